/**
 * One change of one attempt: load, let the caller draft entries, write conditionally, and begin again where
 * another request was faster. The only way an attempt changes.
 */
import type { LogEntry } from '../../scenarios/kit/log.ts';
import { AppError } from '../base/errors.ts';
import { createReceipt } from '../records/receipt.ts';
import type { AttemptProgress, AttemptWithProgress, SceneProgress } from '../storage/ports/attempts.ts';
import type { GradeIntent } from '../storage/ports/grades.ts';
import { LogDraft } from './log-draft.ts';
import { fromStored, type PersonalSeal, toStored } from './personal-text.ts';
import type { Asker, AttemptServices } from './services.ts';

/** How often a change begins again before the client is told to repeat it. */
const maxTries = 5;

const pageSize = 500;

/** Of an attempt's person and study, as their rows hold them. */
interface SealedKeys {
  readonly person: string;
  readonly study: string;
}

export class AttemptWork {
  readonly attempt: AttemptWithProgress['attempt'];
  readonly draft: LogDraft;
  readonly receivedAt: number;
  /** Up to where the log was stored when this work began; what others stored since makes the write begin again. */
  readonly storedHead: number;
  /** Set by the caller where the gradebook should show a score. */
  gradeIntents: readonly GradeIntent[] = [];
  readonly #services: AttemptServices;
  readonly #seal: PersonalSeal;

  constructor(services: AttemptServices, own: AttemptWithProgress, sealedKeys: SealedKeys) {
    this.#services = services;
    this.attempt = own.attempt;
    this.storedHead = own.progress.head;
    this.receivedAt = services.clock();
    const seal = personalSeal(services, own.attempt.personId, sealedKeys.person);
    this.#seal = seal;
    this.draft = new LogDraft(own, {
      // Staff who try the activity out, and test persons, are in no research data.
      statementsOf: own.attempt.practice
        ? () => []
        : services.producers.of({ attempt: own.attempt, studyKey: sealedKeys.study, build: services.build }),
      store: (entry) => toStored(entry, own.attempt.id, seal),
    });
  }

  get progress(): AttemptProgress {
    return this.draft.progress;
  }

  /**
   * Every entry of the log from `fromSeq` on, stored when this work began or drafted since, with typed texts. What others
   * stored meanwhile is not this work's past: the same actions may be among it, from a repeat of the request.
   */
  async listEntries(fromSeq: number): Promise<LogEntry[]> {
    const { organisationId, id } = this.attempt;
    const entries: LogEntry[] = [];
    for (let next = fromSeq; next <= this.storedHead;) {
      const page = await this.#services.storage.attempts.listEntries(organisationId, id, {
        fromSeq: next,
        limit: pageSize,
      });
      const past = page.filter(({ logSeq }) => logSeq <= this.storedHead);
      entries.push(...past.map((stored) => fromStored(stored, id, this.#seal)));
      const last = page.at(-1);
      if (last === undefined || page.length < pageSize) break;
      next = last.logSeq + 1;
    }
    return [...entries, ...this.draft.entries];
  }

  /** The scene of this id; throws `scene.unknown`. */
  getScene(sceneId: string): SceneProgress {
    const scene = this.progress.scenes.find((candidate) => candidate.sceneId === sceneId);
    if (scene === undefined) throw new AppError('scene.unknown');
    return scene;
  }

  updateScene(sceneId: string, change: Partial<SceneProgress>): void {
    const scenes = this.progress.scenes.map((scene) =>
      scene.sceneId === sceneId ? { ...scene, ...change } : scene,
    );
    this.draft.update({ scenes });
  }
}

/**
 * Runs `change` on the asker's own attempt and writes what it drafted.
 * @throws AppError attempt.unknown where there is no such attempt of this person in this activity; attempt.busy
 *   where other requests were faster `maxTries` times
 */
export async function changeAttempt<Answer>(
  services: AttemptServices,
  asker: Asker,
  attemptId: string,
  change: (work: AttemptWork) => Promise<Answer>,
): Promise<Answer> {
  return changeFound(services, () => getOwnAttempt(services, asker, attemptId), change);
}

/**
 * The same for whoever may: `find` answers the attempt anew each time the change begins.
 * @throws AppError attempt.busy
 */
export async function changeFound<Answer>(
  services: AttemptServices,
  find: () => Promise<AttemptWithProgress>,
  change: (work: AttemptWork) => Promise<Answer>,
): Promise<Answer> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const found = await find();
    const work = await createWork(services, found);
    const answer = await change(work);
    if (work.draft.entries.length === 0) return answer;
    const receipt = await createReceiptAtEnd(services, found, work);
    const written = await services.storage.attempts.append({
      organisationId: found.attempt.organisationId,
      attemptId: found.attempt.id,
      expectedHead: found.progress.head,
      entries: work.draft.storedEntries(),
      progress: work.progress,
      statements: work.draft.statements,
      gradeIntents: work.gradeIntents,
      ...(receipt === undefined ? {} : { receipt }),
    });
    if (written) return answer;
  }
  throw new AppError('attempt.busy');
}

/** In the write that ends an attempt: its statements, counted and signed for. */
async function createReceiptAtEnd(
  { storage: { attempts }, secrets, build }: AttemptServices,
  { attempt: { id, organisationId, practice }, progress }: AttemptWithProgress,
  { draft }: AttemptWork,
): Promise<string | undefined> {
  const { status, head, lastAt } = draft.progress;
  const endsNow = status !== progress.status && (status === 'finished' || status === 'abandoned');
  if (!endsNow || practice) return undefined;
  const end = { attempt: id, status, endedAt: new Date(lastAt).toISOString(), build, lastSeq: head };
  return createReceipt({ attempts, secrets }, organisationId, end, draft.statements);
}

/** A workbench over an attempt that is not stored yet, or just read. */
export async function createWork(services: AttemptServices, own: AttemptWithProgress): Promise<AttemptWork> {
  const { organisationId, personId, studyId } = own.attempt;
  const [person, study] = await Promise.all([
    services.storage.persons.findKey(organisationId, personId),
    services.storage.studies.findKey(organisationId, studyId),
  ]);
  if (person === undefined || study === undefined) throw new AppError('attempt.unknown');
  return new AttemptWork(services, own, { person, study });
}

async function getOwnAttempt(
  services: AttemptServices,
  asker: Asker,
  attemptId: string,
): Promise<AttemptWithProgress> {
  const found = await services.storage.attempts.find(asker.organisationId, attemptId);
  const own =
    found?.attempt.personId === asker.personId &&
    found.attempt.resourceLinkId === asker.resourceLinkId &&
    found.attempt.practice === asker.practice;
  if (found === undefined || !own) throw new AppError('attempt.unknown');
  return found;
}

function personalSeal(services: AttemptServices, personId: string, sealedKey: string): PersonalSeal {
  const key = services.secrets.unwrapKey('person', sealedKey, personId);
  return {
    seal: (text, place) => services.secrets.sealWith(key, text, place),
    unseal: (sealed, place) => services.secrets.unsealWith(key, sealed, place),
  };
}
