/** The only place that calls fetch; every failure is an ApiProblem. */
import { ApiProblem, parseProblem } from './problem.ts';
import type { Timers } from './timers.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly token?: string;
  /** The server compares the browser's cookie with the code of its launch. */
  readonly withCookie?: boolean;
  /** Outlives the page; browsers allow bodies of 64 kB at most. */
  readonly keepalive?: boolean;
}

const timeoutMs = 20_000;

/** A stream silent for this long is dead. */
const stallMs = 60_000;

export class Http {
  readonly #fetch: typeof fetch;
  readonly #timers: Timers;

  constructor(fetchFn: typeof fetch, timers: Timers) {
    this.#fetch = fetchFn;
    this.#timers = timers;
  }

  /**
   * Returns null if the body is empty.
   * @throws ApiProblem the server's code, or client.offline, client.timeout, client.unreadable
   */
  async send<Answer>(request: HttpRequest): Promise<Answer> {
    return this.#exchange(request, async (response) => {
      const body = await readJson(response);
      if (!response.ok) throw parseProblem(body, response.status);
      if (body === undefined) throw new ApiProblem('client.unreadable', response.status);
      // Not validated: same origin, and the session checks the contract version. The schemas would be too
      // large here.
      return body as Answer;
    });
  }

  /** Whether the server responds now. */
  async reaches(): Promise<boolean> {
    try {
      await this.receive({ method: 'GET', path: '/favicon.svg' });
      return true;
    } catch {
      return false;
    }
  }

  /**
   * No time limit once the response has begun.
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
   * Passes on also what came before a fault.
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

  /** @param read may set a new time-out: milliseconds, or null for none */
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

function toInit(
  { method, body, token, keepalive, withCookie = false }: HttpRequest,
  signal: AbortSignal,
): RequestInit {
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
    // Afterwards the token is in a header.
    credentials: withCookie ? 'same-origin' : 'omit',
    cache: 'no-store',
    redirect: 'error',
  };
}

/** Null if empty, undefined if not JSON. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
