import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpServer {
  readonly port: number;
  /** Waits for running requests and cuts those that last longer than `graceMs`. */
  close(graceMs: number): Promise<void>;
}

/**
 * Enough for a megabyte over a slow phone line. Unused connections outlive the 60 s of common proxies, which would
 * otherwise send into a closing one.
 */
const timeouts = { headersTimeout: 30_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 } as const;

/** @throws Error if the port or the address is not available */
export async function startHttpServer(
  app: RequestListener,
  at: { readonly port: number; readonly host: string },
): Promise<HttpServer> {
  const server = createServer(timeouts);
  const answering = new Set<ServerResponse>();
  let closing = false;
  server.on('request', (request, response) => {
    answering.add(response);
    response.once('close', () => answering.delete(response));
    if (closing) closeAfterResponse(response);
    app(request, response);
  });
  return {
    port: await listen(server, at),
    close(graceMs) {
      closing = true;
      for (const response of answering) closeAfterResponse(response);
      return closeServer(server, graceMs);
    },
  };
}

/** A proxy may reuse open connections after the port is closed; with `Connection: close` it takes another process. */
function closeAfterResponse(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}

function listen(
  server: Server,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      // The address is a string only for pipes.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function closeServer(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      server.closeAllConnections();
    }, graceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
