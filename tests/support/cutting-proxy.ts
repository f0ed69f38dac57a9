/** Stands between a browser and the tool and cuts the connection in the middle of what it is told to, as a bad line does. */
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CuttingProxy {
  readonly port: number;
  /** What the proxy passes everything on to; a port on loopback. */
  targetPort: number;
  /** How many bytes of the next answers go through before the cut; those after them stay whole. */
  cuts: number[];
  /** Whether no answer comes through at all, once `cuts` are used up. */
  isDown: boolean;
  /** Paths of the watched requests. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** @param watched the beginning of the paths whose answers are cut */
export async function startCuttingProxy(watched: string): Promise<CuttingProxy> {
  const proxy = { targetPort: 0, cuts: [] as number[], isDown: false, asked: [] as string[] };
  const server = createServer((request, response) => {
    const { method, url = '', headers } = request;
    const isWatched = url.startsWith(watched);
    if (isWatched) proxy.asked.push(url);
    const cutAt = isWatched ? (proxy.cuts.shift() ?? (proxy.isDown ? 0 : undefined)) : undefined;
    const passed = ask(
      { host: '127.0.0.1', port: proxy.targetPort, method, path: url, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        if (cutAt === undefined) answer.pipe(response);
        else passUpTo(cutAt, answer, response);
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

function passUpTo(cutAt: number, answer: IncomingMessage, response: ServerResponse): void {
  let passed = 0;
  answer.on('data', (piece: Buffer) => {
    const rest = piece.subarray(0, cutAt - passed);
    passed += piece.length;
    if (passed < cutAt) {
      response.write(rest);
      return;
    }
    // The last bytes are on their way before the line is cut.
    response.write(rest, () => response.destroy());
    answer.destroy();
  });
  answer.on('end', () => response.destroy());
}
