/** The one place that calls fetch: JSON both ways or a file, a time-out on every call, every failure an ApiProblem. */
import { ApiProblem, parseProblem } from './problem.ts';
import type { Timers } from './timers.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly token?: string;
  /** Lets the request outlive the page; browsers take at most 64 kB of such bodies. */
  readonly keepalive?: boolean;
}

const timeoutMs = 20_000;

/** A stream that says nothing for so long has broken off, though nobody was told. */
const stallMs = 60_000;

export class Http {
  readonly #fetch: typeof fetch;
  readonly #timers: Timers;

  constructor(fetchFn: typeof fetch, timers: Timers) {
    this.#fetch = fetchFn;
    this.#timers = timers;
  }

  /**
   * Sends a request and answers the parsed body as the contract names it (null where there is none).
   * @throws ApiProblem the server's code, or client.offline, client.timeout, client.unreadable
   */
  async send<Answer>(request: HttpRequest): Promise<Answer> {
    return this.#exchange(request, async (response) => {
      const body = await readJson(response);
      if (!response.ok) throw parseProblem(body, response.status);
      if (body === undefined) throw new ApiProblem('client.unreadable', response.status);
      // The one cast from the wire to the contract: same origin, same contract version (checked at the session), and
      // a client that validated with the server's schemas would have to carry them.
      return body as Answer;
    });
  }

  /**
   * Sends a request and answers the body as a file, however long that takes once the server began to answer.
   * @throws ApiProblem as `send`
   */
  async receive(request: HttpRequest): Promise<Blob> {
    return this.#exchange(request, async (response, limitTo) => {
      if (!response.ok) throw parseProblem(await readJson(response), response.status);
      limitTo(null);
      return response.blob();
    });
  }

  /**
   * Sends a request and hands over the body piece by piece as it comes. Whatever came before a fault was handed over.
   * @throws ApiProblem as `send`
   */
  async stream(request: HttpRequest, take: (piece: Uint8Array<ArrayBuffer>) => void): Promise<void> {
    return this.#exchange(request, async (response, limitTo) => {
      if (!response.ok) throw parseProblem(await readJson(response), response.status);
      const reader = response.body?.getReader();
      for (;;) {
        limitTo(stallMs);
        const piece = await reader?.read();
        if (piece?.value === undefined) return;
        take(piece.value);
      }
    });
  }

  /** @param read may change how long is waited from then on: milliseconds, or null for ever */
  async #exchange<Answer>(
    request: HttpRequest,
    read: (response: Response, limitTo: (ms: number | null) => void) => Promise<Answer>,
  ): Promise<Answer> {
    const abort = new AbortController();
    let cancel = (): void => undefined;
    const limitTo = (ms: number | null): void => {
      cancel();
      if (ms === null) return;
      cancel = this.#timers.after(ms, () => {
        abort.abort();
      });
    };
    limitTo(timeoutMs);
    try {
      return await read(await this.#fetch(request.path, toInit(request, abort.signal)), limitTo);
    } catch (error) {
      if (error instanceof ApiProblem) throw error;
      throw new ApiProblem(abort.signal.aborted ? 'client.timeout' : 'client.offline', 0);
    } finally {
      cancel();
    }
  }
}

function toInit({ method, body, token, keepalive }: HttpRequest, signal: AbortSignal): RequestInit {
  return {
    method,
    signal,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(keepalive === true ? { keepalive } : {}),
    // Tokens travel in a header: no cookie is ever needed.
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
  };
}

/** The parsed body; null where it is empty, undefined where it is no JSON. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
