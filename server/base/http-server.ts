/** Where requests come in: listens, and closes so that what came in is still answered. */
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Door {
  readonly port: number;
  /** Takes nothing new, answers what came in, and cuts what is not answered after so long. */
  close(graceMs: number): Promise<void>;
}

/** A megabyte over a slow phone line fits; a sender that drips its bytes does not hold a connection for minutes. */
const timeouts = { headersTimeout: 30_000, requestTimeout: 60_000 } as const;

/**
 * Listens with the application behind it.
 * @throws Error where the port or the address cannot be had
 */
export async function openDoor(
  app: RequestListener,
  at: { readonly port: number; readonly host: string },
): Promise<Door> {
  const server = createServer(timeouts);
  const answering = new Set<ServerResponse>();
  let closing = false;
  server.on('request', (request, response) => {
    answering.add(response);
    response.once('close', () => answering.delete(response));
    if (closing) sayLast(response);
    app(request, response);
  });
  return {
    port: await listen(server, at),
    close(graceMs) {
      closing = true;
      for (const response of answering) sayLast(response);
      return closeServer(server, graceMs);
    },
  };
}

/**
 * A proxy keeps its connections and goes on sending requests on them, port closed or not: told that this answer is the
 * last one, it turns to another process.
 */
function sayLast(response: ServerResponse): void {
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
      // A TCP server's address is an object; only pipes have strings.
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
