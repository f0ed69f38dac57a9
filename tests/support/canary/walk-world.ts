/** An installation with a store for operations and one for research, and people whose every word is rare. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getProfile, toSubject } from '../../../sandbox/lms/profiles.ts';
import { type RunningStore, startStore } from '../../../sandbox/store/start-store.ts';
import { readConfig } from '../../../server/base/config.ts';
import type { ResearchAnswer } from '../../../server/contract/research.ts';
import { type Context, createContext } from '../../../server/context.ts';
import { ensureDefaults } from '../../../server/organisations/defaults.ts';
import { addDestination, describeDestination } from '../../../server/organisations/manage-destinations.ts';
import { changeTexts } from '../../../server/organisations/manage-studies.ts';
import type { Attempt } from '../../../server/storage/ports/attempts.ts';
import { sampleFacts } from '../../contract/storage/study-texts.ts';
import { ApiLearner } from '../api-learner.ts';
import { done, rightWay } from '../inbox.ts';
import { loadOnce } from '../load-once.ts';
import { type Stack, startStack } from '../stack.ts';
import type { RareWords } from './find-words.ts';

/** Of the sandbox; by ids as Canvas gives them, which nothing else has. */
export const gone = { personId: 8, name: 'Hernández', email: 'lmhernandez', seed: 'zyxwquokka' } as const;
export const stays = { personId: 7, name: 'Awashish', email: 'mawashish', seed: 'vexnumbat' } as const;
type Who = typeof gone | typeof stays;

export const researchCredentials = { key: 'research', secret: 'research-secret' };
const teacherId = 3;

/** Somebody who has played. */
export interface Played {
  readonly learner: ApiLearner;
  readonly attemptId: string;
  readonly words: RareWords;
}

export class WalkWorld {
  readonly stack: Stack;
  readonly research: RunningStore;
  readonly folder: string;
  #teacher: ApiLearner | null = null;

  private constructor(stack: Stack, research: RunningStore, folder: string) {
    this.stack = stack;
    this.research = research;
    this.folder = folder;
  }

  static async start(databaseUrl: string): Promise<WalkWorld> {
    const stack = await startStack({ env: { DATABASE_URL: databaseUrl, LOG_LEVEL: 'debug' } });
    const research = await startStore({ host: '127.0.0.1', port: 0, ...researchCredentials });
    const world = new WalkWorld(stack, research, mkdtempSync(join(tmpdir(), 'numplus-walk-')));
    await stack.lms.control({ command: 'setProfile', profile: 'canvas' });
    await world.#askForResearch();
    return world;
  }

  get databaseUrl(): string {
    return this.stack.tool.settings.DATABASE_URL ?? '';
  }

  file(name: string): string {
    return join(this.folder, name);
  }

  /** Plays, writes wherever a person can write, says yes to research, and has staff write about them. */
  async play(who: Who): Promise<Played> {
    const learner = new ApiLearner(this.stack);
    const scene = await learner.begin(who.personId);
    const typed = `Bonjour Nadia, oui, je peux travailler. Je peux arriver à 17 h 30. ${who.seed} texte`;
    await learner.act(...rightWay(scene, typed), done);
    const { id: attemptId } = learner.attempt;
    await this.answer(learner, 'given');
    await expectOk(learner, `/api/report/${attemptId}/review-request`, { text: `${who.seed} demande` });
    const teacher = await this.teacher();
    const note = { text: `${who.seed} note`, revision: 0 };
    await expectOk(teacher, `/api/activity/attempts/${attemptId}/note`, note);
    return { learner, attemptId, words: await this.#collectWords(who, learner, attemptId) };
  }

  async answer(learner: ApiLearner, answer: 'given' | 'withdrawn'): Promise<void> {
    const { body } = await learner.request<ResearchAnswer>('GET', '/api/research');
    const version = body.question?.version ?? '';
    await expectOk(learner, '/api/research', { version, language: 'fr', answer, future: answer === 'given' });
  }

  async teacher(): Promise<ApiLearner> {
    if (this.#teacher === null) {
      this.#teacher = new ApiLearner(this.stack);
      await this.#teacher.launch(teacherId);
    }
    return this.#teacher;
  }

  /** The worker of another process works at a later time, until nothing is due. */
  work(laterMs: number, databaseUrl = this.databaseUrl): Promise<void> {
    return this.within(
      async ({ worker }) => {
        while (await worker.runOnce());
      },
      { laterMs, databaseUrl },
    );
  }

  /** With the tool's own functions, as another process has them. */
  async within<Result>(
    use: (context: Context) => Promise<Result>,
    { laterMs = 0, databaseUrl = this.databaseUrl } = {},
  ): Promise<Result> {
    const settings = { ...this.stack.tool.settings, DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' };
    const clock = (): number => Date.now() + laterMs;
    const context = await createContext(readConfig(settings), { clock, loadContent: loadOnce });
    try {
      return await use(context);
    } finally {
      await context.close();
    }
  }

  async close(): Promise<void> {
    await this.stack.close();
    await this.research.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #askForResearch(): Promise<void> {
    return this.within(async (context) => {
      const { study } = await ensureDefaults(context);
      await changeTexts(context, study, sampleFacts);
      const { endpoint } = this.research;
      const rest = { purpose: 'research', tier: 3, version: '1.0.3' } as const;
      await addDestination(
        context,
        describeDestination(context, { study, endpoint, credentials: researchCredentials, ...rest }),
      );
    });
  }

  async #collectWords(who: Who, learner: ApiLearner, attemptId: string): Promise<RareWords> {
    const copied = await learner.request<{
      person: { id: string };
      studies: { pseudonym: string }[];
      attempts: { attempt: Attempt; receipt: string }[];
      launches: { id: string }[];
    }>('GET', '/api/own-data/copy?form=data&language=fr');
    const { person, studies, attempts, launches } = copied.body;
    return {
      name: who.name,
      email: who.email,
      subject: toSubject(getProfile('canvas'), this.stack.lms.publicUrl, who.personId),
      typed: `${who.seed} texte`,
      asked: `${who.seed} demande`,
      noted: `${who.seed} note`,
      access: learner.page.accessToken,
      refresh: learner.page.refreshToken,
      receipt: attempts[0]?.receipt ?? '',
      launch: launches[0]?.id ?? '',
      pseudonym: studies[0]?.pseudonym ?? '',
      person: person.id,
      attempt: attemptId,
      key: await this.#findKey(person.id),
    };
  }

  /** What was typed is stored under it alone. */
  #findKey(personId: string): Promise<string> {
    return this.within(async (context) => {
      const { organisation } = await ensureDefaults(context);
      return (await context.storage.persons.find(organisation.id, personId))?.sealedKey ?? '';
    });
  }
}

async function expectOk(who: ApiLearner, path: string, body: unknown): Promise<void> {
  const answer = await who.request<unknown>('POST', path, body);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
}
