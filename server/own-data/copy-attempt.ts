import type { LogEntry } from '../../scenarios/kit/log.ts';
import { fromStored } from '../attempts/personal-text.ts';
import type { Secrets } from '../base/secrets.ts';
import { readNote } from '../reporting/staff/notes.ts';
import type { PersonTexts } from '../reporting/staff/person-texts.ts';
import { viewRequest } from '../reporting/review-requests.ts';
import type { AttemptDelivery } from '../storage/ports/deliveries.ts';
import type { AttemptWithProgress, StatementRow, StoredEntry } from '../storage/ports/attempts.ts';
import type { Destination } from '../storage/ports/destinations.ts';
import type { Person } from '../storage/ports/persons.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { afterEntry, afterStatement, listAll, listPages } from '../storage/read-pages.ts';
import { reviewRequestRow, staffNoteRow } from '../storage/shapes/reports.ts';
import type { CopiedDelivery, CopiedNote, CopiedRequest, Owner } from './person-copy.ts';
import { readRows } from './read-rows.ts';

export interface CopyDeps {
  readonly storage: Storage;
  readonly secrets: Secrets;
}

const pageSize = 500;

/** With what the person typed. */
export async function readEntries(
  deps: CopyDeps,
  { attempt }: AttemptWithProgress,
  texts: PersonTexts,
): Promise<LogEntry[]> {
  const stored = await listPages<StoredEntry, { fromSeq: number }>(
    { fromSeq: 1 },
    (page) => deps.storage.attempts.listEntries(attempt.organisationId, attempt.id, page),
    afterEntry,
    pageSize,
  );
  return stored.map((one) =>
    fromStored(one, attempt.id, { unseal: (sealed, binding) => texts.open(sealed, binding) }),
  );
}

export async function readStatements(
  { storage }: Pick<CopyDeps, 'storage'>,
  { attempt }: AttemptWithProgress,
): Promise<unknown[]> {
  const rows = await listPages<StatementRow, { fromSeq: number; fromPart: number }>(
    { fromSeq: 1, fromPart: 0 },
    (page) => storage.attempts.listStatements(attempt.organisationId, attempt.id, page),
    afterStatement,
    pageSize,
  );
  return rows.map(({ bytes }) => JSON.parse(bytes) as unknown);
}

/** To the record stores of the attempt's study. */
export async function readDeliveries(
  { storage }: Pick<CopyDeps, 'storage'>,
  { attempt }: AttemptWithProgress,
  destinations: readonly Destination[],
): Promise<CopiedDelivery[]> {
  const ofStudy = destinations.filter(({ studyId }) => studyId === attempt.studyId);
  return Promise.all(
    ofStudy.map(async ({ id, endpoint, purpose }) => {
      const rows = await listPages<AttemptDelivery, { fromSeq: number; fromPart: number }>(
        { fromSeq: 1, fromPart: 0 },
        (page) => storage.deliveries.listByAttempt(attempt.organisationId, id, attempt.id, page),
        afterStatement,
        pageSize,
      );
      const count = (state: AttemptDelivery['state']): number =>
        rows.filter((row) => row.state === state).length;
      return { host: new URL(endpoint).host, purpose, sent: count('sent'), waiting: count('pending') };
    }),
  );
}

export async function readDestinations(
  { storage }: Pick<CopyDeps, 'storage'>,
  { organisationId }: Owner,
): Promise<Destination[]> {
  const all = await listAll((page) => storage.destinations.list(page));
  return all.filter((one) => one.organisationId === organisationId);
}

/** @param withText false in the person's own copy: a note may speak of others (ADR 53) */
export async function readNotes(
  deps: CopyDeps,
  owner: Owner,
  withText: boolean,
): Promise<ReadonlyMap<string, readonly CopiedNote[]>> {
  const rows = (await readRows(deps.storage, 'staffNotes', owner)).map((row) => staffNoteRow.parse(row));
  const notes = await Promise.all(
    rows.map(async ({ attemptId, kind, sealedText, updatedAt }) => {
      const about = { organisationId: owner.organisationId, personId: owner.personId, id: attemptId };
      const text = withText && sealedText !== null ? (await readNote(deps, about, kind)).text : null;
      return [attemptId, { kind, updatedAt, text }] as const;
    }),
  );
  return gathered(notes);
}

export async function readRequests(
  deps: CopyDeps,
  owner: Owner,
  person: Person,
): Promise<ReadonlyMap<string, readonly CopiedRequest[]>> {
  const rows = await readRows(deps.storage, 'reviewRequests', owner);
  return gathered(
    rows.map((row) => {
      const request = reviewRequestRow.parse(row);
      const { text, askedAt, answeredAt, answer } = viewRequest(deps, request, person);
      return [request.attemptId, { id: request.id, askedAt, text, answeredAt, answer }] as const;
    }),
  );
}

export function gathered<Value>(pairs: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value[]> {
  const found = new Map<string, Value[]>();
  for (const [key, value] of pairs) found.set(key, [...(found.get(key) ?? []), value]);
  return found;
}
