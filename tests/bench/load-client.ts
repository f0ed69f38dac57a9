/** The client of the load measurements: one for all contenders, with connections that stay open. */
import { Agent, request } from 'node:http';

export interface Sent {
  readonly url: string;
  readonly token: string;
  readonly body: unknown;
  /** The address that a proxy in front would report: rate limits count but refuse nobody. */
  readonly address: string;
}

export interface Received {
  readonly status: number;
  /** Names and values of its headers in turns, as they were written. */
  readonly head: readonly string[];
  readonly text: string;
}

export class LoadClient {
  readonly #agent: Agent;

  /** @param connections most at a time */
  constructor(connections: number) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** @throws if there was no response */
  post({ url, token, body, address }: Sent): Promise<Received> {
    return new Promise((resolve, reject) => {
      const text = JSON.stringify(body);
      const outgoing = request(url, {
        agent: this.#agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(text)),
          authorization: `Bearer ${token}`,
          'x-forwarded-for': address,
        },
      });
      outgoing.once('error', reject);
      outgoing.once('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            head: response.rawHeaders,
            text: Buffer.concat(chunks).toString(),
          });
        });
      });
      outgoing.end(text);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** Does all jobs, so many at a time, in their order. */
export async function inLanes(lanes: number, jobs: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = [...jobs];
  const work = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await job();
  };
  await Promise.all(Array.from({ length: lanes }, work));
}
