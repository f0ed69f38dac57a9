/** Exchanges a launch's one-time code for tokens; stores the access token in memory only. */
import type { SessionAnswer } from '../../../server/contract/session.ts';
import { builtForContract } from '../api/api.ts';
import type { TokenSource } from '../api/caller.ts';
import { retry } from '../api/backoff.ts';
import type { Http } from '../api/http.ts';
import { ApiProblem, isTransient, toProblem } from '../api/problem.ts';
import type { Timers } from '../api/timers.ts';
import type { TabMemory } from './tab-memory.ts';
import { TabPerson } from './tab-person.ts';

/** Renews a token this long before it expires. */
const marginMs = 60_000;
const maxTries = 3;

export class Session implements TokenSource {
  page = $state<SessionAnswer['page']>('play');
  practice = $state(false);
  /** The LMS's preview of a learner: no staff page behind it. */
  testUser = $state(false);
  /** Whether the LMS fits its frame to the height that the page reports. */
  resizesFrame = $state(false);
  language = $state<'fr' | 'en'>('fr');
  /** Address for « Quitter », always http(s). */
  returnUrl = $state<string | null>(null);
  readonly #http: Http;
  readonly #tab: TabMemory;
  readonly #timers: Timers;
  readonly #person: TabPerson;
  #accessToken: string | null = null;
  #endsAtMs = 0;
  #personMark: string | null = null;
  #renewal: Promise<string> | null = null;
  #cancelRenewal: () => void = () => undefined;

  constructor(http: Http, tab: TabMemory, timers: Timers, person = new TabPerson(null)) {
    this.#http = http;
    this.#tab = tab;
    this.#timers = timers;
    this.#person = person;
    // Survives a reload: after expiry the page still shows the way back.
    this.returnUrl = webAddress(tab.read().returnUrl);
  }

  get present(): string | null {
    return this.#accessToken;
  }

  /** True if another person's launch came to this tab since. */
  get isSomebodyElses(): boolean {
    return this.#personMark !== null && this.#person.wasReplaced(this.#personMark);
  }

  /**
   * @throws ApiProblem session.expired if there is no code and no stored session, or if the tab is another person's by
   * now; client.outdated
   */
  async enter(code: string | null): Promise<void> {
    if (code === null) {
      await this.#refresh();
      return;
    }
    const answer = await this.#post('/api/session', { code }, true);
    this.#person.arrive(answer.personMark);
    this.#accept(answer);
  }

  async token(): Promise<string> {
    if (this.#accessToken !== null && this.#timers.monotonicMs() < this.#endsAtMs - marginMs / 2) {
      return this.#accessToken;
    }
    return this.#refresh();
  }

  renew(refused: string): Promise<string> {
    // Another call has already renewed the token.
    if (this.#accessToken !== null && this.#accessToken !== refused) {
      return Promise.resolve(this.#accessToken);
    }
    return this.#refresh();
  }

  /** Ends the session also on the server, if reachable, and the other windows' unless the frame goes on. */
  async leave(goesOn?: 'frame'): Promise<void> {
    const token = this.#accessToken;
    this.#forget();
    this.#tab.write({ returnUrl: null });
    if (token === null) return;
    try {
      const path = goesOn === undefined ? '/api/session' : `/api/session?goesOn=${goesOn}`;
      await this.#http.send<null>({ method: 'DELETE', path, token, keepalive: true });
    } catch {
      // The token is gone here, and the session expires by itself.
    }
  }

  /** All callers share one renewal. */
  #refresh(): Promise<string> {
    this.#renewal ??= this.#exchange().finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  async #exchange(): Promise<string> {
    const { refreshToken } = this.#tab.read();
    if (refreshToken === null) throw new ApiProblem('session.expired', 401);
    try {
      const token = this.#accept(await this.#post('/api/session/refresh', { refreshToken }));
      if (!this.isSomebodyElses) return token;
      await this.leave();
      throw new ApiProblem('session.expired', 401);
    } catch (error) {
      if (toProblem(error).status === 401) this.#forget();
      throw error;
    }
  }

  #post(path: string, body: unknown, withCookie = false): Promise<SessionAnswer> {
    return retry(
      this.#timers,
      maxTries,
      (error) => isTransient(toProblem(error)),
      () => this.#http.send<SessionAnswer>({ method: 'POST', path, body, withCookie }),
    );
  }

  #accept(answer: SessionAnswer): string {
    this.#tab.write({ refreshToken: answer.refreshToken, returnUrl: answer.returnUrl });
    this.#accessToken = answer.accessToken;
    this.#personMark = answer.personMark;
    this.#endsAtMs = this.#timers.monotonicMs() + answer.expiresInS * 1000;
    this.page = answer.page;
    this.practice = answer.practice;
    this.testUser = answer.testUser;
    this.resizesFrame = answer.resizesFrame;
    this.language = answer.language;
    this.returnUrl = webAddress(answer.returnUrl);
    this.#cancelRenewal();
    const delayMs = Math.max(1000, answer.expiresInS * 1000 - marginMs);
    this.#cancelRenewal = this.#timers.after(delayMs, () => {
      // Its failure is shown by the next request, which fails alike.
      this.#refresh().catch(() => undefined);
    });
    if (answer.contractVersion !== builtForContract) throw new ApiProblem('client.outdated', 409);
    return answer.accessToken;
  }

  #forget(): void {
    this.#cancelRenewal();
    this.#accessToken = null;
    this.#personMark = null;
    this.#tab.write({ refreshToken: null });
  }
}

/** Returns null unless the address is http(s): a link must not run a script. */
function webAddress(value: string | null): string | null {
  if (value === null || !URL.canParse(value)) return null;
  const { protocol, href } = new URL(value);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
