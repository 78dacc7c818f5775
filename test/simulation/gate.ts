import { createServer, connect, type AddressInfo, type Socket } from "node:net";

/** A way to a server that can be cut in an instant, with everything that is on it: what a killed process leaves. */
export type Gate = {
  readonly port: number;
  /** From now on whoever comes is let through to this port. */
  readonly leadsTo: (port: number) => void;
  /** Ends every connection, whatever is on its way, and lets nobody through. */
  readonly cut: () => void;
  readonly close: () => void;
};

/** A gate that leads nowhere yet. `passing` is told of what goes through to the server, as it is sent. */
export async function openGate(passing: (sent: Buffer) => void = () => undefined): Promise<Gate> {
  let target: number | undefined;
  const sockets = new Set<Socket>();
  const hold = (socket: Socket, other: () => Socket) => {
    socket.setNoDelay(true);
    sockets.add(socket);
    // A connection that breaks off on one side does so on the other.
    socket.on("error", () => other().destroy());
    socket.on("close", () => {
      sockets.delete(socket);
      other().destroy();
    });
  };
  const server = createServer((near) => {
    if (target === undefined) {
      near.destroy();
      return;
    }
    const far = connect(target, "127.0.0.1");
    hold(near, () => far);
    hold(far, () => near);
    near.on("data", passing);
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const cut = () => {
    target = undefined;
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    leadsTo(port) {
      target = port;
    },
    cut,
    close() {
      cut();
      server.close();
    },
  };
}
