/**
 * A proxy that removes Partitioned from every cookie, as browsers see cookies that do not know the attribute. Chromium
 * has no switch for that.
 */
import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PlainCookieProxy {
  readonly port: number;
  /** Port of the tool on loopback. */
  targetPort: number;
  close(): Promise<void>;
}

export async function startPlainCookieProxy(): Promise<PlainCookieProxy> {
  const proxy = { targetPort: 0 };
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    const passed = ask(
      { host: '127.0.0.1', port: proxy.targetPort, method, path: url, headers },
      (answer) => {
        const cookies = answer.headers['set-cookie']?.map((cookie) => cookie.replace(/; Partitioned/i, ''));
        response.writeHead(answer.statusCode ?? 502, {
          ...answer.headers,
          ...(cookies === undefined ? {} : { 'set-cookie': cookies }),
        });
        answer.pipe(response);
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
