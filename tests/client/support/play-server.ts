/**
 * The play API behind `fetch`, over the real reducers and in memory: one learner, one attempt, one scene. A test can
 * cut the line before or after a request was taken, and stand in for another page.
 */
import { hashState } from '../../../scenarios/world/hash.ts';
import { replay } from '../../../scenarios/world/scene.ts';
import type { World } from '../../../scenarios/world/types.ts';
import type {
  ActAnswer,
  ActRequest,
  AttemptView,
  ReplayAction,
  SceneAnswer,
} from '../../../server/contract/play.ts';
import type { ComfortAnswer, KeptComfort } from '../../../server/contract/comfort.ts';
import type { NoticeAnswer } from '../../../server/contract/notice.ts';
import type { AgreedStudy, ResearchAnswer, ResearchRequest } from '../../../server/contract/research.ts';
import type { EarlierQuestion, ResearchQuestion } from '../../../server/contract/research-question.ts';
import type { Problem, SessionAnswer } from '../../../server/contract/session.ts';
import { BackgroundServer } from './background-server.ts';
import { newAttempt, weekOf } from './sample-answers.ts';

/** `full`: the server responds and stores nothing more for now. `fast`: it was sent too much in a minute. */
type Line = 'good' | 'down' | 'answers-lost' | 'full' | 'fast';

const sampleNotice: NoticeAnswer = {
  version: '5.0',
  sections: {
    fr: [{ title: 'Vos droits', sentences: ['Vous pouvez demander une copie.'] }],
    en: [{ title: 'Your rights', sentences: ['You can ask for a copy.'] }],
  },
};

const sampleKept = {
  fr: [{ title: 'Ce qui est gardé', sentences: ['3 gestes dans le jeu.'] }],
  en: [{ title: 'What is kept', sentences: ['3 actions in the game.'] }],
};

export class PlayServer {
  line: Line = 'good';
  view: AttemptView | null = null;
  contractVersion = 1;
  personMark = 'mark-of-a-learner';
  /** Gives the scene a day, so that a map is shown before and after it. */
  hasWeek = false;
  /** Whether a helper is offered before the scene, which is then eased if the offer is accepted. */
  offersHelper = false;
  practice = false;
  onPhone = false;
  /** The scene needs a computer. */
  needsComputer = false;
  testUser = false;
  isSessionOver = false;
  mayBeginAnother = true;
  /** Staff reopen this attempt as soon as the person asks for the next one, which is then refused. */
  reopened: AttemptView | null = null;
  /** Edition and version of the notice; the attempt accepted `acceptedNotice`. */
  notice = '5.0';
  acceptedNotice = '';
  /** Null: the study asks nothing. */
  question: ResearchQuestion | null = null;
  answered: ResearchRequest | null = null;
  answeredAt = Date.parse('2026-11-24T15:00:00Z');
  /** Studies that the person agreed to elsewhere. */
  others: readonly AgreedStudy[] = [];
  earlier: readonly EarlierQuestion[] = [];
  readonly background = new BackgroundServer();
  hasPlayed = false;
  /** Everything about the person is erased. */
  isErased = false;
  secondsUntilCopy = 0;
  isResearchDown = false;
  /** Refuses the first look with this code: the activity has nothing to play. */
  closed: string | null = null;
  /** Responds to the next batch as if the states differed. */
  mustResync = false;
  /** So many requests for a scene find the line cut. */
  cutScenes = 0;
  /** Refuses every batch with this code. */
  refusal: string | null = null;
  /** Actions that the scene takes. */
  room = 2_000;
  readonly requests: string[] = [];
  readonly batches: ActRequest[] = [];
  readonly stored: ReplayAction[] = [];
  readonly frames: unknown[] = [];
  /** What another browser has stored for the person, or this page. */
  comfort: KeptComfort | null = null;
  refreshes = 0;
  leaves = 0;
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  readonly fetch: typeof fetch = (input, init) => {
    const path = typeof input === 'string' ? input : new Request(input).url;
    const method = init?.method ?? 'GET';
    this.requests.push(`${method} ${path}`);
    if (this.line === 'down') return Promise.reject(new TypeError('Failed to fetch'));
    if (this.line === 'full') return Promise.resolve(refuse(503, 'server.backlog'));
    if (this.line === 'fast') return Promise.resolve(refuse(429, 'attempt.too-fast'));
    if (this.cutScenes > 0 && path.includes('/scenes/')) {
      this.cutScenes -= 1;
      return Promise.reject(new TypeError('Failed to fetch'));
    }
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
    const response = this.#answer(method, path, body, new Headers(init?.headers).get('authorization'));
    if (this.line === 'answers-lost') return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(response);
  };

  /** Another page becomes the writer. */
  takeWritingElsewhere(): void {
    this.#open('another-page');
  }

  get hash(): string {
    return hashState(replay(this.#world, this.stored));
  }

  #answer(method: string, path: string, body: unknown, authorization: string | null): Response {
    if (method === 'DELETE') {
      this.leaves += 1;
      return new Response(null, { status: 204 });
    }
    if (this.isSessionOver) return refuse(401, 'session.expired');
    if (path.startsWith('/api/session')) return json(this.#session());
    if (authorization !== `Bearer access-${String(this.refreshes)}`) return refuse(401, 'session.expired');
    if (path === '/api/comfort') return json(this.#keepComfort(body as KeptComfort));
    if (path === '/api/window') return json({ code: 'the-code-of-a-window-1234' });
    if (path === '/api/attempt') {
      if (this.closed !== null) return refuse(409, this.closed);
      const { view: attempt, mayBeginAnother } = this;
      const noticeIsNew = attempt !== null && this.acceptedNotice !== this.notice;
      return json({
        attempt,
        noticeVersion: this.notice,
        noticeIsNew,
        asksResearch: this.#asks(),
        mayBeginAnother,
      });
    }
    if (path === '/api/notice') return json(sampleNotice);
    if (path === '/api/own-data') return json({ sections: sampleKept });
    if (path.startsWith('/api/own-data/copy') && this.secondsUntilCopy > 0)
      return refuse(429, 'attempt.too-fast', { waitS: this.secondsUntilCopy });
    if (path.startsWith('/api/own-data/copy')) return new Response('{}');
    if (path === '/api/own-data/erase') return this.#erase(body);
    if (path === '/api/research') {
      if (this.isResearchDown) return refuse(403, 'session.forbidden');
      if (method === 'POST') this.#answerResearch(body as ResearchRequest);
      return json(this.#research());
    }
    if (path === '/api/background') return this.background.answer(method, body);
    if (path === '/api/attempts' || path.endsWith('/notice'))
      this.acceptedNotice = (body as { noticeVersion: string }).noticeVersion;
    if (path === '/api/attempts' && this.reopened !== null) {
      this.view = this.reopened;
      return refuse(409, 'attempt.out-of-order');
    }
    if (path === '/api/attempts') return json((this.view ??= this.#begin()));
    if (this.view === null) return refuse(404, 'attempt.unknown');
    if (path.endsWith('/notice')) return json(this.view);
    if (path.endsWith('/week')) return json(weekOf(this.view));
    if (path.endsWith('/open')) return json(this.#open((body as { writer: string }).writer));
    if (path.endsWith('/actions')) return this.#act(body as ActRequest);
    return json(this.#scene(this.view));
  }

  #erase(body: unknown): Response {
    this.isErased = (body as { readonly isSure?: unknown }).isSure === true;
    return new Response(null, { status: 204 });
  }

  #asks(): boolean {
    return this.question !== null && this.answered === null;
  }

  #answerResearch(request: ResearchRequest): void {
    if (request.study === undefined) this.answered = request;
    this.others = this.others.filter(({ id }) => id !== request.study);
  }

  #research(): ResearchAnswer {
    const { question, earlier, others } = this;
    const { answer = null, future = false, version = '' } = this.answered ?? {};
    const answered = answer === null || answer === 'later' ? null : { at: this.answeredAt, version };
    const mayAnswer = this.view !== null && this.acceptedNotice === this.notice;
    const own = { answer: answer === 'later' ? null : answer, future, answered };
    return { question, earlier, ...own, mayAnswer, others, padding: '' };
  }

  #begin(): AttemptView {
    const { hasWeek, offersHelper } = this;
    const { scenes, ...attempt } = newAttempt();
    return {
      ...attempt,
      scenes: scenes.map((scene) => ({ ...scene, needsComputer: this.needsComputer })),
      hasWeek,
      hasPlayed: this.hasPlayed,
      helperOffer: offersHelper ? 'due' : null,
    };
  }

  #keepComfort({ settings, revision }: KeptComfort): ComfortAnswer {
    if (this.comfort !== null && this.comfort.revision > revision)
      return { ...this.comfort, isStored: false };
    this.comfort = { settings, revision: (this.comfort?.revision ?? 0) + 1 };
    return { ...this.comfort, isStored: true };
  }

  #session(): SessionAnswer {
    this.refreshes += 1;
    const name = String(this.refreshes);
    return {
      accessToken: `access-${name}`,
      refreshToken: `refresh-${name}`,
      expiresInS: 900,
      contractVersion: this.contractVersion,
      personMark: this.personMark,
      page: 'play',
      practice: this.practice,
      testUser: this.testUser,
      resizesFrame: false,
      language: 'fr',
      returnUrl: 'https://lms.example/course',
    };
  }

  #open(writer: string): AttemptView {
    const view = this.view ?? newAttempt();
    this.view =
      view.writer === writer
        ? view
        : { ...view, writer, epoch: view.epoch + 1, actionSeq: 0, status: 'open' };
    return this.view;
  }

  #scene(view: AttemptView): SceneAnswer {
    this.view = { ...view, scenes: [{ sceneId: '1', scenario: 'sample', status: 'open' }] };
    const texts = { fr: {}, en: {} };
    return {
      sceneId: '1',
      world: this.#world,
      texts,
      actions: [...this.stored],
      stateHash: this.hash,
      room: Math.max(0, this.room - this.stored.length - this.frames.length),
      eased: view.helperOffer === 'accepted',
    };
  }

  #act(batch: ActRequest): Response {
    this.batches.push(batch);
    const { view } = this;
    if (this.refusal !== null) return refuse(409, this.refusal);
    if (view?.epoch !== batch.epoch) return refuse(409, 'attempt.epoch-stale');
    let { actionSeq, helperOffer } = view;
    for (const { action, actionSeq: given } of batch.actions) {
      if (given <= actionSeq) continue;
      if (given !== actionSeq + 1) return refuse(409, 'attempt.out-of-order');
      actionSeq = given;
      if (action.app === 'frame') this.frames.push(action);
      if (action.app === 'frame' && action.type === 'helper-offer') helperOffer = action.answer;
      if (action.app !== 'frame') this.stored.push({ epoch: batch.epoch, actionSeq, action });
    }
    const { ended } = replay(this.#world, this.stored);
    const scenes = view.scenes.map((scene) =>
      ended === null ? scene : { ...scene, status: 'done' as const },
    );
    const isOver = ended !== null || batch.actions.some(({ action }) => action.type === 'end');
    this.view = { ...view, actionSeq, helperOffer, scenes, status: isOver ? 'finished' : 'open' };
    const parted = batch.stateHash !== null && batch.stateHash !== this.hash;
    const answer: ActAnswer = {
      acknowledged: actionSeq,
      rejected: [],
      resync: parted || this.mustResync,
      attempt: this.view,
    };
    this.mustResync = false;
    return json(answer);
  }
}

function json(body: unknown): Response {
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
}

function refuse(status: number, code: string, params: Problem['params'] = {}): Response {
  return new Response(JSON.stringify({ code, params, errorId: 'e1' }), { status });
}
