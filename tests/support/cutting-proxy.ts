/** Stands between a browser and the tool and cuts the connection in the middle of what it is told to, as a bad line does. */
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CuttingProxy {
  readonly port: number;
  /** What the proxy passes everything on to; a port on loopback. */
  targetPort: number;
  /** How many bytes of the next answers go through before the cut; those after them stay whole. */
  cuts: number[];
  /**
   * What is waited for between the last byte and the cut. A browser forgets bytes that its page has not read when the
   * line breaks: a test that counts on them waits here until the page shows them.
   */
  beforeCut: () => Promise<void>;
  /** Whether no answer comes through at all, once `cuts` are used up. */
  isDown: boolean;
  /** Paths of the watched requests. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** @param watched the beginning of the paths whose answers are cut */
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
    // Nothing is to come through: the line is cut before anybody is asked, whatever state its other end is in.
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
    // A test that waited in vain says so itself.
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
