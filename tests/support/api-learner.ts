/** A learner without a browser: launches through the real pages and calls the play API as the client does. */
import type { AttemptAction } from '../../scenarios/kit/log.ts';
import type { WorldAction } from '../../scenarios/world/types.ts';
import type {
  ActAnswer,
  AttemptAnswer,
  AttemptView,
  ClientAction,
  SceneAnswer,
} from '../../server/contract/play.ts';
import { launchFromPage } from '../../server/cli/demo-players/launch.ts';
import type { Problem, SessionAnswer } from '../../server/contract/session.ts';

export interface LearnerWorld {
  readonly lms: { readonly publicUrl: string };
  readonly tool: { readonly localUrl: string };
  /** Extra headers of every request to the tool, e.g. the address that a proxy forwards. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** Launches from a page of the LMS; returns the tool's address with its one-time code. */
export function launch(stack: LearnerWorld, personId: number, path: string): Promise<URL> {
  const { lms, headers } = stack;
  return launchFromPage({ lmsUrl: lms.publicUrl, ...(headers && { headers }) }, personId, path);
}

export class ApiLearner {
  readonly #stack: LearnerWorld;
  #session: SessionAnswer | null = null;
  #attempt: AttemptView | null = null;
  #clockMs = 1_000;
  #pagePath = '';
  #arrival = new URLSearchParams();

  constructor(stack: LearnerWorld) {
    this.#stack = stack;
  }

  get attempt(): AttemptView {
    if (this.#attempt === null) throw new Error('no attempt yet');
    return this.#attempt;
  }

  get token(): string {
    return this.#session?.accessToken ?? '';
  }

  /** @throws before a launch */
  get page(): SessionAnswer {
    if (this.#session === null) throw new Error('no session yet');
    return this.#session;
  }

  /** Path of the launched page. */
  get pagePath(): string {
    return this.#pagePath;
  }

  /** What the launch wrote into the page's fragment. */
  get arrival(): URLSearchParams {
    return this.#arrival;
  }

  launch(personId: number, activityId = 2): Promise<void> {
    return this.launchAt(personId, `/mod/lti/launch.php?id=${activityId}`);
  }

  /** Launches from any page of the LMS. */
  async launchAt(personId: number, path: string): Promise<void> {
    await this.follow(await launch(this.#stack, personId, path));
  }

  /** Opens a session by the one-time code in an address. @throws if it is refused */
  async follow(page: URL): Promise<void> {
    this.#session = null;
    this.#attempt = null;
    this.#pagePath = page.pathname;
    this.#arrival = new URLSearchParams(page.hash.slice(1));
    const code = this.#arrival.get('code') ?? '';
    this.#session = await this.#trade('/api/session', { code });
  }

  /** Goes on with a session that was opened elsewhere. */
  adopt(session: SessionAnswer): void {
    this.#session = session;
    this.#attempt = null;
  }

  /** @throws if the refresh token is refused */
  async refresh(): Promise<void> {
    const refreshToken = this.#session?.refreshToken;
    this.#session = await this.#trade('/api/session/refresh', { refreshToken });
  }

  async #trade(path: string, body: unknown): Promise<SessionAnswer> {
    const answer = await this.request<SessionAnswer & Problem>('POST', path, body);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status} ${answer.body.code}`);
    return answer.body;
  }

  /** Launches, accepts the notice, becomes the writer and opens the first scene. */
  async begin(personId: number, activityId = 2, language: 'fr' | 'en' = 'fr'): Promise<SceneAnswer> {
    await this.launch(personId, activityId);
    return this.startAttempt(language);
  }

  /** Starts the next attempt of this session. */
  async startAttempt(language: 'fr' | 'en' = 'fr'): Promise<SceneAnswer> {
    const { body } = await this.request<AttemptAnswer>('GET', '/api/attempt');
    const number = (body.attempt?.number ?? 0) + 1;
    const started = await this.request<AttemptView>('POST', '/api/attempts', {
      noticeVersion: body.noticeVersion,
      language,
      number,
    });
    this.#attempt = started.body;
    await this.open(`page-${this.attempt.id}`);
    return (await this.scene()).body;
  }

  async open(writer: string): Promise<Answer<AttemptView>> {
    const answer = await this.request<AttemptView>('POST', `/api/attempts/${this.attempt.id}/open`, {
      writer,
      tMs: this.#clockMs,
    });
    if (answer.status === 200) this.#attempt = answer.body;
    return answer;
  }

  /** Reads the latest attempt without becoming its writer. */
  async find(): Promise<AttemptView | null> {
    const { body } = await this.request<AttemptAnswer>('GET', '/api/attempt');
    this.#attempt = body.attempt;
    return body.attempt;
  }

  scene(sceneId = '1'): Promise<Answer<SceneAnswer>> {
    return this.request('GET', `/api/attempts/${this.attempt.id}/scenes/${sceneId}`);
  }

  /** Numbers actions after the last acknowledged one. */
  number(
    actions: readonly (WorldAction | AttemptAction)[],
    from = this.attempt.actionSeq + 1,
  ): ClientAction[] {
    return actions.map((action, index) => ({
      actionSeq: from + index,
      tMs: (this.#clockMs += 250),
      clientAt: 1_700_000_000_000,
      sceneId: '1',
      action,
    }));
  }

  async send(
    actions: readonly ClientAction[],
    change: { epoch?: number; stateHash?: string | null; contractVersion?: number } = {},
  ): Promise<Answer<ActAnswer & Problem>> {
    const answer = await this.request<ActAnswer & Problem>(
      'POST',
      `/api/attempts/${this.attempt.id}/actions`,
      { contractVersion: 1, epoch: this.attempt.epoch, stateHash: null, ...change, actions },
    );
    if (answer.status === 200) this.#attempt = { ...this.attempt, ...answer.body.attempt };
    return answer;
  }

  act(...actions: readonly (WorldAction | AttemptAction)[]): Promise<Answer<ActAnswer & Problem>> {
    return this.send(this.number(actions));
  }

  async request<Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
    const response = await fetch(`${this.#stack.tool.localUrl}${path}`, {
      method,
      headers: {
        ...this.#stack.headers,
        ...(this.#session === null ? {} : { authorization: `Bearer ${this.#session.accessToken}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    // Tests assert the shape.
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as Body };
  }
}
