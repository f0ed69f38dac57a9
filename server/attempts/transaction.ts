/** The only way to change an attempt: writes conditionally, and retries if another request wrote first. */
import type { LogEntry } from '../../scenarios/kit/log.ts';
import { AppError } from '../base/errors.ts';
import { ownTurn } from '../base/own-turn.ts';
import { createReceipt } from '../records/receipt.ts';
import type { AttemptProgress, AttemptWithProgress, SceneProgress } from '../storage/ports/attempts.ts';
import type { GradeIntent } from '../storage/ports/grades.ts';
import { LogDraft } from './log-draft.ts';
import { fromStored, type PersonalSeal, toStored } from './personal-text.ts';
import type { PlayerLaunch, AttemptServices } from './services.ts';
import { createStatementProducer } from './statement-producer.ts';

const maxTries = 5;

/** A page is opened within 2 ms; most scenes have one. */
const pageSize = 200;

/** See `Pace.startReading`. */
type StartReading = () => (entries: number) => void;

/** For staff, workers and commands. */
const withoutLimit: StartReading = () => () => undefined;

interface SealedKeys {
  readonly person: string;
  readonly study: string;
}

export class AttemptTransaction {
  readonly attempt: AttemptWithProgress['attempt'];
  readonly draft: LogDraft;
  readonly receivedAt: number;
  /** logSeq of the last entry read. If others store more, the write fails. */
  readonly storedHead: number;
  gradeIntents: readonly GradeIntent[] = [];
  readonly #services: AttemptServices;
  readonly #seal: PersonalSeal;
  readonly #startReading: StartReading;
  #countRead: ReturnType<StartReading> | null = null;

  constructor(
    services: AttemptServices,
    stored: AttemptWithProgress,
    sealedKeys: SealedKeys,
    startReading: StartReading,
  ) {
    this.#services = services;
    this.#startReading = startReading;
    this.attempt = stored.attempt;
    this.storedHead = stored.progress.head;
    this.receivedAt = services.clock();
    const seal = personalSeal(services, stored.attempt.personId, sealedKeys.person);
    this.#seal = seal;
    const { attempt, progress } = stored;
    const producer = createStatementProducer(services.secrets, attempt, sealedKeys.study, services.build);
    // Practice is excluded from research data; what staff played is voided.
    const isSilent = attempt.practice || isOfStaff(progress);
    this.draft = new LogDraft(stored, {
      statementsOf: isSilent ? () => [] : producer.statementsOf,
      voidingOf: producer.voidingOf,
      store: (entry) => toStored(entry, stored.attempt.id, seal),
    });
  }

  get progress(): AttemptProgress {
    return this.draft.progress;
  }

  /**
   * Entries stored when the transaction began, then drafts. Excludes newer ones, which a repeated request may have
   * stored. Other requests get their turn between pages.
   * @param isLast ends the reading after the page with such an entry
   * @throws AppError attempt.too-fast if the learner has read too much
   */
  async listEntries(
    fromSeq: number,
    isLast: (entry: LogEntry) => boolean = () => false,
  ): Promise<LogEntry[]> {
    const { organisationId, id } = this.attempt;
    const entries: LogEntry[] = [];
    for (let next = fromSeq; next <= this.storedHead;) {
      this.#countRead ??= this.#startReading();
      const page = await this.#services.storage.attempts.listEntries(organisationId, id, {
        fromSeq: next,
        limit: pageSize,
      });
      this.#countRead(page.length);
      const past = page.filter(({ logSeq }) => logSeq <= this.storedHead);
      const opened = past.map((stored) => fromStored(stored, id, this.#seal));
      entries.push(...opened);
      const last = page.at(-1);
      if (last === undefined || page.length < pageSize) break;
      if (opened.some(isLast)) return entries;
      next = last.logSeq + 1;
      await ownTurn();
    }
    return [...entries, ...this.draft.entries];
  }

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

function isOfStaff({ validity }: AttemptProgress): boolean {
  return validity.state === 'invalid' && validity.reason === 'staff';
}

/**
 * @throws AppError attempt.unknown if it is not the learner's in this activity; attempt.busy, attempt.too-fast
 */
export async function changeOwnAttempt<Answer>(
  services: AttemptServices,
  launch: PlayerLaunch,
  attemptId: string,
  change: (transaction: AttemptTransaction) => Promise<Answer>,
): Promise<Answer> {
  const find = (): Promise<AttemptWithProgress> => getOwnAttempt(services, launch, attemptId);
  return changeAttempt(services, find, change, () => services.pace.startReading(launch.personId));
}

/**
 * @param find called again for each retry
 * @throws AppError attempt.busy after the last retry
 */
export async function changeAttempt<Answer>(
  services: AttemptServices,
  find: () => Promise<AttemptWithProgress>,
  change: (transaction: AttemptTransaction) => Promise<Answer>,
  startReading = withoutLimit,
): Promise<Answer> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const found = await find();
    const transaction = await beginTransaction(services, found, startReading);
    const answer = await change(transaction);
    if (transaction.draft.entries.length === 0) return answer;
    const receipt = await createReceiptAtEnd(services, found, transaction);
    const written = await services.storage.attempts.append({
      organisationId: found.attempt.organisationId,
      attemptId: found.attempt.id,
      expectedHead: found.progress.head,
      expectedResearch: found.progress.research,
      entries: transaction.draft.storedEntries(),
      progress: transaction.progress,
      statements: transaction.draft.statements,
      gradeIntents: transaction.gradeIntents,
      ...(receipt === undefined ? {} : { receipt }),
    });
    if (written) return answer;
  }
  throw new AppError('attempt.busy');
}

async function createReceiptAtEnd(
  { storage: { attempts }, secrets, build }: AttemptServices,
  { attempt: { id, organisationId, practice }, progress }: AttemptWithProgress,
  { draft }: AttemptTransaction,
): Promise<string | undefined> {
  const { status, head, lastAt } = draft.progress;
  const endsNow = status !== progress.status && (status === 'finished' || status === 'abandoned');
  if (!endsNow || practice) return undefined;
  const end = { attempt: id, status, endedAt: new Date(lastAt).toISOString(), build, lastSeq: head };
  return createReceipt({ attempts, secrets }, organisationId, end, draft.statements);
}

/** @throws AppError attempt.unknown if the person or the study is gone */
export async function beginTransaction(
  services: AttemptServices,
  stored: AttemptWithProgress,
  startReading = withoutLimit,
): Promise<AttemptTransaction> {
  const { organisationId, personId, studyId } = stored.attempt;
  const [person, study] = await Promise.all([
    services.storage.persons.findKey(organisationId, personId),
    services.storage.studies.findKey(organisationId, studyId),
  ]);
  if (person === undefined || study === undefined) throw new AppError('attempt.unknown');
  return new AttemptTransaction(services, stored, { person, study }, startReading);
}

async function getOwnAttempt(
  services: AttemptServices,
  launch: PlayerLaunch,
  attemptId: string,
): Promise<AttemptWithProgress> {
  const found = await services.storage.attempts.find(launch.organisationId, attemptId);
  const isOwn =
    found?.attempt.personId === launch.personId &&
    found.attempt.resourceLinkId === launch.resourceLinkId &&
    found.attempt.practice === launch.practice;
  if (found === undefined || !isOwn) throw new AppError('attempt.unknown');
  return found;
}

function personalSeal(services: AttemptServices, personId: string, sealedKey: string): PersonalSeal {
  const key = services.secrets.unwrapKey('person', sealedKey, personId);
  return {
    seal: (text, binding) => services.secrets.sealWith(key, text, binding),
    unseal: (sealed, binding) => services.secrets.unsealWith(key, sealed, binding),
  };
}
