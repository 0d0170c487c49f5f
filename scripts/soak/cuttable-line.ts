import { createServer, type Server, Socket } from "node:net";

/** A line between browser and server that can be cut: what is open breaks, and nothing new comes through until it is mended. */
export class CuttableLine {
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  #isCut = false;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** @param target Port of the server; asked anew for each connection. */
  static async open(target: () => number): Promise<CuttableLine> {
    const server = createServer();
    const line = new CuttableLine(server);
    server.on("connection", (near) => line.#join(near, target()));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return line;
  }

  get url(): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  }

  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(near: Socket, port: number): void {
    if (this.#isCut) {
      near.destroy();
      return;
    }
    const far = new Socket();
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        this.#sockets.delete(one);
        other.destroy();
      });
    }
    far.connect(port, "127.0.0.1");
    near.pipe(far).pipe(near);
  }
}
