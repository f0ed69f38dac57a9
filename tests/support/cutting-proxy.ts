/** A proxy between browser and tool that cuts connections in the middle of chosen responses. */
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CuttingProxy {
  readonly port: number;
  /** Port of the tool on loopback. */
  targetPort: number;
  /** Bytes of each of the next responses before the cut; later responses are complete. */
  cuts: number[];
  /**
   * Awaited between the last byte and the cut. A browser drops unread bytes when the connection breaks, so a test may
   * wait here until the page has read them.
   */
  beforeCut: () => Promise<void>;
  /** Whether no response passes once `cuts` are used up. */
  isDown: boolean;
  /** Paths of the watched requests. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** @param watched prefix of the paths whose responses are cut */
export async function startCuttingProxy(watched: string): Promise<CuttingProxy> {
  const proxy = {
    targetPort: 0,
    cuts: [] as number[],
    beforeCut: (): Promise<void> => Promise.resolve(),
    isDown: false,
    asked: [] as string[],
  };
  const server = createServer((request, response) => {
    const { method, url = '', headers } = request;
    const isWatched = url.startsWith(watched);
    if (isWatched) proxy.asked.push(url);
    const cutAt = isWatched ? (proxy.cuts.shift() ?? (proxy.isDown ? 0 : undefined)) : undefined;
    // Cut before the request is forwarded.
    if (cutAt === 0) {
      request.socket.destroy();
      return;
    }
    const passed = ask(
      { host: '127.0.0.1', port: proxy.targetPort, method, path: url, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        if (cutAt === undefined) answer.pipe(response);
        else passUpTo(cutAt, answer, response, () => proxy.beforeCut());
      },
    );
    passed.on('error', () => response.destroy());
    request.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(proxy, {
    port,
    close: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

function passUpTo(
  cutAt: number,
  answer: IncomingMessage,
  response: ServerResponse,
  beforeCut: () => Promise<void>,
): void {
  let passed = 0;
  const cut = (): void => {
    // The test reports this itself.
    void beforeCut()
      .catch(() => undefined)
      .then(() => response.destroy());
  };
  answer.on('data', (piece: Buffer) => {
    if (passed >= cutAt) return;
    response.write(piece.subarray(0, cutAt - passed));
    passed += piece.length;
    if (passed >= cutAt) cut();
  });
  answer.on('end', () => {
    if (passed < cutAt) response.destroy();
  });
}
