/**
 * The network between learners and tool: a TCP proxy on loopback that gives each connection to the next of several
 * processes, and can cut connections, swallow responses and stop forwarding.
 */
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export class ChaosProxy {
  readonly port: number;
  readonly #server: Server;
  readonly #targets: readonly number[];
  readonly #clients = new Set<Socket>();
  #next = 0;
  #answersToLose = 0;
  #isDark = false;

  private constructor(server: Server, targets: readonly number[]) {
    this.#server = server;
    this.#targets = targets;
    this.port = (server.address() as AddressInfo).port;
    server.on('connection', (client) => {
      this.#accept(client);
    });
  }

  /** @param targets ports on loopback, one for each process */
  static async start(targets: readonly number[], port = 0): Promise<ChaosProxy> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    return new ChaosProxy(server, targets);
  }

  /** Cuts each open connection with this chance, whatever is on its way. */
  cut(share: number, chance: () => number): void {
    for (const client of [...this.#clients]) if (chance() < share) client.resetAndDestroy();
  }

  /** The next `count` responses never reach the client: the connection is cut instead. */
  loseAnswers(count: number): void {
    this.#answersToLose = count;
  }

  /** Dark: open connections are cut and new ones are refused until it is light again. */
  setDark(isDark: boolean): void {
    this.#isDark = isDark;
    if (isDark) this.cut(1, () => 0);
  }

  /** The network is as it should be. */
  heal(): void {
    this.#answersToLose = 0;
    this.#isDark = false;
  }

  async close(): Promise<void> {
    this.cut(1, () => 0);
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #accept(client: Socket): void {
    client.on('error', () => client.destroy());
    if (this.#isDark) {
      client.resetAndDestroy();
      return;
    }
    this.#clients.add(client);
    client.once('close', () => this.#clients.delete(client));
    this.#pass(client, this.#targets.length);
  }

  /** Connects to the next process that accepts the connection; a dead one does not. */
  #pass(client: Socket, tries: number): void {
    const target = this.#targets[this.#next % this.#targets.length] ?? 0;
    this.#next += 1;
    const tool = connect(target, '127.0.0.1');
    let isConnected = false;
    tool.once('connect', () => {
      isConnected = true;
      client.pipe(tool);
    });
    tool.on('data', (chunk) => {
      if (this.#answersToLose > 0) {
        this.#answersToLose -= 1;
        client.resetAndDestroy();
      } else if (!client.write(chunk)) tool.pause();
    });
    client.on('drain', () => tool.resume());
    tool.on('error', () => undefined);
    tool.once('close', () => {
      if (!isConnected && tries > 1 && !client.destroyed) this.#pass(client, tries - 1);
      else client.destroy();
    });
    client.once('close', () => tool.destroy());
  }
}
