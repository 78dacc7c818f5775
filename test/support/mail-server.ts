import { once } from "node:events";
import { text } from "node:stream/consumers";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

/** A mail as it came: the addresses of the envelope, and the whole message with its headers. */
export type Arrived = { readonly from: string; readonly to: readonly string[]; readonly message: string };

/** How the server answers a recipient: takes it, or refuses it with that code. */
export type Answer = "takes" | number;

/** A real mail server on this machine, until the test ends. */
export async function mailServer({
  user,
}: { readonly user?: { readonly name: string; readonly password: string } } = {}) {
  const arrived: Arrived[] = [];
  let answer: Answer = "takes";
  const server = new SMTPServer({
    authOptional: user === undefined,
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, callback) {
      const known = username === user?.name && password === user?.password;
      callback(known ? null : new Error("we do not know you"), known ? { user: username } : undefined);
    },
    onRcptTo(_address, _session, callback) {
      callback(answer === "takes" ? null : Object.assign(new Error("not now"), { responseCode: answer }));
    },
    onData(stream, { envelope }, callback) {
      void text(stream).then((message) => {
        const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
        arrived.push({ from, to: envelope.rcptTo.map(({ address }) => address), message });
        callback();
      });
    },
  });
  server.on("error", () => undefined);
  const { server: socket } = server;
  server.listen(0, "127.0.0.1");
  await once(socket, "listening");
  const { port } = socket.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  onTestFinished(close);
  const name = user ? `${encodeURIComponent(user.name)}:${encodeURIComponent(user.password)}@` : "";
  return {
    url: `smtp://${name}127.0.0.1:${port}`,
    arrived,
    answers(next: Answer) {
      answer = next;
    },
    close,
  };
}
