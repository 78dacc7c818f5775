import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Subject } from "./subject.ts";

const answer = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><Response>${" ".repeat(965)}</Response>`);

/** Node's own server: the body is read and thrown away, the answer is the same kilobyte for all. */
export const bare: Subject = async () => {
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      response.writeHead(200, { "Content-Type": "text/xml; charset=utf-8", "Content-Length": answer.length });
      response.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: (server.address() as AddressInfo).port, close: async () => void server.close() };
};
