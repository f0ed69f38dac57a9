/** Erases what a study promised to keep no longer: `keptMonths` after the last log entry of a person in it. */
import { AppError } from '../base/errors.ts';
import { listAll, readById } from '../storage/read-pages.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { findTold } from '../studies/texts-of-study.ts';
import { mostAttempts } from './carry-out.ts';
import { listDueOrders } from './due-orders.ts';
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

type RetentionDeps = Pick<ErasureDeps, 'clock' | 'log'> & {
  readonly storage: Pick<Storage, 'organisations' | 'studies' | 'studyTexts' | 'erasures'>;
};

/** What is due now, by study; practice goes with the person. What cannot be read is logged and left out. */
export async function listRetention(deps: RetentionDeps): Promise<readonly StudyRetention[]> {
  return (await plan(deps)).studies;
}

/**
 * Erases whatever is due. Somebody of whom nothing stays is erased as a person. Whoever cannot be erased, and what cannot be
 * read, is logged and holds back nobody else.
 * @returns what was due, by study, and how many people or studies were left out
 */
export async function purgeOld(
  deps: ErasureDeps,
): Promise<{ readonly studies: readonly StudyRetention[]; readonly failed: number }> {
  const { studies, persons, unread } = await plan(deps);
  const ordered = await listOrdered(deps);
  let failed = unread;
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
async function listOrdered(deps: RetentionDeps): Promise<ReadonlySet<string>> {
  const ordered = new Set<string>();
  const { orders } = await listDueOrders(deps, Number.MAX_SAFE_INTEGER, mostOrders);
  for (const { kind, subject } of orders) {
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

type Promised = Omit<StudyRetention, 'dueAttempts' | 'duePersons'>;

/** Nothing if it fails: one damaged row must not keep everybody else's data longer than promised. */
type ReadOrSkip = <Result>(
  organisationId: string,
  read: () => Promise<Result>,
) => Promise<Result | undefined>;

async function plan(deps: RetentionDeps): Promise<{
  readonly studies: readonly StudyRetention[];
  readonly persons: readonly DuePerson[];
  /** People or studies, or an organisation's list of them. */
  readonly unread: number;
}> {
  const { storage, clock, log } = deps;
  const faults: { readonly organisationId: string; readonly err: unknown }[] = [];
  const readOrSkip: ReadOrSkip = async (organisationId, read) => {
    try {
      return await read();
    } catch (err) {
      faults.push({ organisationId, err });
      return undefined;
    }
  };
  const promised: Promised[] = [];
  for await (const { id: organisationId } of readById((page) => storage.organisations.list(page)))
    promised.push(...(await listStudies(deps, organisationId, clock(), readOrSkip)));
  const persons = await findDue(deps, promised, readOrSkip);
  const [first] = faults;
  // Once, because a database that is away fails for everybody.
  if (first !== undefined) log.error({ ...first, unread: faults.length }, 'retention.not-read');
  return { studies: promised.map((study) => countDue(study, persons)), persons, unread: faults.length };
}

function countDue(study: Promised, persons: readonly DuePerson[]): StudyRetention {
  const due = persons.map((person) => person.due.filter(({ studyId }) => studyId === study.studyId));
  const dueAttempts = due.reduce((sum, attempts) => sum + attempts.length, 0);
  return { ...study, dueAttempts, duePersons: due.filter((attempts) => attempts.length > 0).length };
}

/** Without those whose promise cannot be read: nothing of them is due then. */
async function listStudies(
  { storage }: RetentionDeps,
  organisationId: string,
  now: number,
  readOrSkip: ReadOrSkip,
): Promise<Promised[]> {
  const studies = await readOrSkip(organisationId, () =>
    listAll((page) => storage.studies.list(organisationId, page)),
  );
  const promised: Promised[] = [];
  for (const { id: studyId, name } of studies ?? []) {
    const told = await readOrSkip(organisationId, () => findTold(storage, { organisationId, studyId }));
    if (told === undefined) continue;
    const { keptMonths } = told.facts;
    const before = keptMonths === null ? null : monthsBefore(now, keptMonths);
    promised.push({ organisationId, studyId, name, keptMonths, before });
  }
  return promised;
}

/** By study and person, because somebody who still plays keeps what they did before. */
async function findDue(
  { storage }: RetentionDeps,
  promised: readonly Promised[],
  readOrSkip: ReadOrSkip,
): Promise<DuePerson[]> {
  const limits = new Map(
    promised.flatMap(({ studyId, before }) => (before === null ? [] : [[studyId, before] as const])),
  );
  const persons: DuePerson[] = [];
  if (limits.size === 0) return persons;
  for await (const { id: personId, organisationId } of readById((page) =>
    storage.erasures.listPersons(page),
  )) {
    const attempts = await readOrSkip(organisationId, () =>
      storage.erasures.listAttempts(organisationId, personId, mostAttempts),
    );
    const due = (attempts ?? []).filter(({ studyId }, _index, all) => {
      const lastAt = Math.max(...all.filter((one) => one.studyId === studyId).map((one) => one.lastAt));
      return lastAt < (limits.get(studyId) ?? 0);
    });
    const isWhole = due.length === attempts?.length;
    if (due.some(({ practice }) => !practice)) persons.push({ organisationId, personId, due, isWhole });
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
