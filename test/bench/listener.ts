import { connect } from "node:net";

/** What came of listening: answers that were whole, and bytes. */
export type Listened = { readonly answers: number; readonly bytes: number; readonly seconds: number };

/**
 * Asks for a path over so many connections, each again as soon as it has all, for `ms`. It looks at nothing but lengths, for music comes
 * faster than an HTTP client of Node's can take it. Throws on any answer but 200.
 */
export async function listenTo(port: number, path: string, connections: number, ms: number): Promise<Listened> {
  const began = performance.now();
  const listened = { answers: 0, bytes: 0 };
  const over = () => performance.now() - began >= ms;
  await Promise.all(Array.from({ length: connections }, () => connection(port, path, listened, over)));
  return { ...listened, seconds: (performance.now() - began) / 1_000 };
}

function connection(
  port: number,
  path: string,
  listened: { answers: number; bytes: number },
  over: () => boolean,
): Promise<void> {
  const asked = `GET ${path} HTTP/1.1\r\nHost: phone.example.com\r\n\r\n`;
  return new Promise((resolve, reject) => {
    let missing = 0;
    // Read into one place over and over: memory for every piece would cost the asker more than the answer costs the server.
    const onread = { buffer: Buffer.alloc(512 * 1024), callback: take };
    const socket = connect({ port, host: "127.0.0.1", onread });

    function take(bytes: number, buffer: Uint8Array): boolean {
      if (missing === 0) missing = lengthOf(buffer);
      if (Number.isNaN(missing)) socket.destroy(new Error(`not music: ${textOf(buffer)}`));
      listened.bytes += bytes;
      missing -= bytes;
      if (missing !== 0) return true;
      listened.answers++;
      if (over()) socket.end();
      else socket.write(asked);
      return true;
    }

    socket.on("error", reject).on("close", () => resolve());
    socket.write(asked);
  });
}

/** The length of an answer, head and all; NaN where it is none of ours. */
function lengthOf(data: Uint8Array): number {
  const head = textOf(data);
  const end = head.indexOf("\r\n\r\n") + 4;
  const told = /^HTTP\/1\.1 200 [^]*content-length: (\d+)/i.exec(head)?.[1];
  return end < 4 || told === undefined ? Number.NaN : end + Number(told);
}

function textOf(data: Uint8Array): string {
  return Buffer.from(data.buffer, data.byteOffset, 1_000).toString("latin1");
}
