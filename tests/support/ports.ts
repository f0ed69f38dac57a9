import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ephemeral ports, so that nothing that asks for any port gets one of these. */
const lowest = 12_000;
const workers = 8;
const portsPerWorker = 2_500;

/**
 * A port looks free until its server listens, which takes seconds on a busy machine. So test files that run at the same time
 * take from ranges of their own, and nobody gets a port twice.
 */
const own = lowest + (Number(process.env.VITEST_POOL_ID ?? 0) % workers) * portsPerWorker;
const given = new Set<number>();

/** A free port on loopback, for servers that must restart on the same one. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(own, own + portsPerWorker);
    if (given.has(port)) continue;
    given.add(port);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}
