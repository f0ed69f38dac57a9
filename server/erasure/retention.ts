/** Erases what a study promised to keep no longer: `keptMonths` after the last log entry of a person in it. */
import { AppError } from '../base/errors.ts';
import { listAll, readById } from '../storage/read-pages.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { findTold } from '../studies/texts-of-study.ts';
import { mostAttempts } from './carry-out.ts';
import { eraseAttempts, erasePerson, type ErasureDeps } from './erase-person.ts';

export interface StudyRetention {
  readonly organisationId: string;
  readonly studyId: string;
  readonly name: string;
  /** Null: the study promises nothing, so nothing of it is erased. */
  readonly keptMonths: number | null;
  /** Milliseconds since 1970 UTC; what ended before is due. */
  readonly before: number | null;
  readonly dueAttempts: number;
  readonly duePersons: number;
}

/** More than are ever under way. */
const mostOrders = 10_000;

type RetentionDeps = Pick<ErasureDeps, 'clock'> & {
  readonly storage: Pick<Storage, 'organisations' | 'studies' | 'studyTexts' | 'attempts' | 'erasures'>;
};

/** What is due now, by study; practice goes with the person. */
export async function listRetention(deps: RetentionDeps): Promise<readonly StudyRetention[]> {
  return (await plan(deps)).studies;
}

/**
 * Erases whatever is due. Somebody of whom nothing stays is erased as a person. Whoever cannot be erased is logged and holds
 * back nobody else.
 * @returns what was due, by study, and how many people could not be erased
 */
export async function purgeOld(
  deps: ErasureDeps,
): Promise<{ readonly studies: readonly StudyRetention[]; readonly failed: number }> {
  const { studies, persons } = await plan(deps);
  const ordered = await listOrdered(deps);
  let failed = 0;
  for (const person of persons) {
    try {
      await eraseDue(deps, person, ordered);
    } catch (error) {
      // Somebody else was first.
      if (error instanceof AppError && error.code === 'person.unknown') continue;
      failed += 1;
      deps.log.error({ organisationId: person.organisationId, err: error }, 'retention.not-erased');
    }
  }
  return { studies, failed };
}

async function eraseDue(
  deps: ErasureDeps,
  { organisationId, personId, due, isWhole }: DuePerson,
  ordered: ReadonlySet<string>,
): Promise<void> {
  const ref = { organisationId, personId };
  const left = due.filter(({ id }) => !ordered.has(id));
  if (ordered.has(personId) || left.length === 0) return;
  if (isWhole) await erasePerson(deps, ref, 'worker', deps.clock());
  else await eraseAttempts(deps, ref, left, 'worker', deps.clock());
}

/**
 * Ids of people and attempts whose order was given and is not carried out: an earlier pass failed with them. The worker
 * tries those orders again; another order each day would only add to them.
 */
async function listOrdered({ storage }: RetentionDeps): Promise<ReadonlySet<string>> {
  const ordered = new Set<string>();
  for (const { kind, subject } of await storage.erasures.listDue(Number.MAX_SAFE_INTEGER, mostOrders)) {
    if (subject === null || kind === 'withdrawal') continue;
    if (kind === 'person') ordered.add(subject.personId);
    for (const { id } of subject.attempts) ordered.add(id);
  }
  return ordered;
}

interface DuePerson {
  readonly organisationId: string;
  readonly personId: string;
  readonly due: readonly { readonly id: string; readonly studyId: string }[];
  readonly isWhole: boolean;
}

async function plan(deps: RetentionDeps): Promise<{
  readonly studies: readonly StudyRetention[];
  readonly persons: readonly DuePerson[];
}> {
  const { storage, clock } = deps;
  const studies: StudyRetention[] = [];
  const persons: DuePerson[] = [];
  for await (const { id: organisationId } of readById((page) => storage.organisations.list(page))) {
    const own = await listStudies(deps, organisationId, clock());
    const limits = new Map(own.map(({ studyId, before }) => [studyId, before]));
    const found = await findDue(deps, organisationId, limits);
    persons.push(...found);
    for (const study of own) {
      const due = found.map((person) => person.due.filter(({ studyId }) => studyId === study.studyId));
      const dueAttempts = due.reduce((sum, attempts) => sum + attempts.length, 0);
      const duePersons = due.filter((attempts) => attempts.length > 0).length;
      studies.push({ ...study, dueAttempts, duePersons });
    }
  }
  return { studies, persons };
}

async function listStudies(
  { storage }: RetentionDeps,
  organisationId: string,
  now: number,
): Promise<Omit<StudyRetention, 'dueAttempts' | 'duePersons'>[]> {
  const studies = await listAll((page) => storage.studies.list(organisationId, page));
  return Promise.all(
    studies.map(async ({ id: studyId, name }) => {
      const { keptMonths } = (await findTold(storage, { organisationId, studyId })).facts;
      const before = keptMonths === null ? null : monthsBefore(now, keptMonths);
      return { organisationId, studyId, name, keptMonths, before };
    }),
  );
}

/** By study and person, because somebody who still plays keeps what they did before. */
async function findDue(
  { storage }: RetentionDeps,
  organisationId: string,
  limits: ReadonlyMap<string, number | null>,
): Promise<DuePerson[]> {
  const candidates = new Set<string>();
  for (const [studyId, before] of limits) {
    if (before === null) continue;
    const pages = readById(async (page) =>
      (await storage.attempts.listByStudy(organisationId, studyId, page)).map(({ attempt, progress }) => ({
        id: attempt.id,
        personId: attempt.personId,
        lastAt: progress.lastAt,
      })),
    );
    for await (const { personId, lastAt } of pages) if (lastAt < before) candidates.add(personId);
  }
  const persons: DuePerson[] = [];
  for (const personId of candidates) {
    const attempts = await storage.erasures.listAttempts(organisationId, personId, mostAttempts);
    const due = attempts.filter(({ studyId }) => {
      const lastAt = Math.max(...attempts.filter((one) => one.studyId === studyId).map((one) => one.lastAt));
      return lastAt < (limits.get(studyId) ?? 0);
    });
    const isWhole = due.length === attempts.length;
    if (due.length > 0) persons.push({ organisationId, personId, due, isWhole });
  }
  return persons;
}

/** Calendar months in UTC; the last day of a shorter month. */
export function monthsBefore(now: number, months: number): number {
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.setUTCDate(Math.min(day, lastDay));
}
