/** Sends requests with the access token; renews it once if the server says that it expired. */
import { retry } from './backoff.ts';
import type { Http, HttpRequest } from './http.ts';
import { isSessionOver, isTransient, toProblem } from './problem.ts';
import type { Timers } from './timers.ts';

export interface TokenSource {
  token(): Promise<string>;
  /** Renews after the server refused the token `refused`. */
  renew(refused: string): Promise<string>;
  /** The present token, without waiting; null if there is none. */
  readonly present: string | null;
}

const maxTries = 3;

export class Caller {
  readonly #http: Http;
  readonly #tokens: TokenSource;
  readonly #timers: Timers;

  constructor(http: Http, tokens: TokenSource, timers: Timers) {
    this.#http = http;
    this.#tokens = tokens;
    this.#timers = timers;
  }

  /** Only for idempotent requests. @throws ApiProblem */
  retried<Answer>(request: HttpRequest): Promise<Answer> {
    return retry(
      this.#timers,
      maxTries,
      (error) => isTransient(toProblem(error)),
      () => this.once<Answer>(request),
    );
  }

  /** @throws ApiProblem */
  once<Answer>(request: HttpRequest): Promise<Answer> {
    return this.#withToken((token) => this.#http.send<Answer>({ ...request, token }));
  }

  /** @throws ApiProblem */
  file(path: string): Promise<Blob> {
    return this.#withToken((token) => this.#http.receive({ method: 'GET', path, token }));
  }

  /** @throws ApiProblem */
  stream(path: string, take: (piece: Uint8Array<ArrayBuffer>) => void): Promise<void> {
    return this.#withToken((token) => this.#http.stream({ method: 'GET', path, token }, take));
  }

  /** Sends with the current token, or not at all (null), since the page may be closing. */
  async whileLeaving<Answer>(request: HttpRequest): Promise<Answer | null> {
    const token = this.#tokens.present;
    if (token === null) return null;
    return this.#http.send<Answer>({ ...request, token, keepalive: true });
  }

  async #withToken<Answer>(send: (token: string) => Promise<Answer>): Promise<Answer> {
    const token = await this.#tokens.token();
    try {
      return await send(token);
    } catch (error) {
      if (!isSessionOver(toProblem(error))) throw error;
      return await send(await this.#tokens.renew(token));
    }
  }
}
