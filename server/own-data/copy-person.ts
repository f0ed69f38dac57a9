import type { LogEntry } from '../../scenarios/kit/log.ts';
import { AppError } from '../base/errors.ts';
import { openPersonTexts } from '../reporting/staff/person-texts.ts';
import { isOver } from '../storage/is-over.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import {
  type CopyDeps,
  gathered,
  readDeliveries,
  readDestinations,
  readEntries,
  readNotes,
  readRequests,
  readStatements,
} from './copy-attempt.ts';
import type { Person } from '../storage/ports/persons.ts';
import { fieldsLeftOut, resultsLeftOut, tablesLeftOut } from './left-out.ts';
import type { CopiedAttempt, CopiedNotice, Owner, PersonCopy } from './person-copy.ts';
import { readAudit } from './read-audit.ts';
import { readAttempts, readRows, withoutOwner } from './read-rows.ts';
import { readStudies } from './read-studies.ts';
import { withoutOpenResults } from './without-results.ts';

export interface PersonDeps extends CopyDeps {
  readonly clock: () => number;
  readonly build: string;
}

export interface Extent {
  /** Texts of the notes of staff: only if somebody reads them before the person does. */
  readonly withNotes: boolean;
  /** They only repeat the log. */
  readonly withStatements: boolean;
  /** Results of attempts that are not over: never for the person, who may still play. */
  readonly withOpenResults: boolean;
}

/** @throws AppError person.unknown */
export async function copyPerson(deps: PersonDeps, owner: Owner, extent: Extent): Promise<PersonCopy> {
  const { storage } = deps;
  const found = await storage.persons.find(owner.organisationId, owner.personId);
  if (found === undefined) throw new AppError('person.unknown');
  const { id, platformId, deploymentId, subject, createdAt } = found;
  const platform = await storage.platforms.find(owner.organisationId, platformId);
  const organisation = await storage.organisations.find(owner.organisationId);
  const whole = await copyAttempts(deps, owner, found, extent);
  const attempts = extent.withOpenResults ? whole : whole.map(withoutOpenResults);
  const comfort = await storage.comfort.find(owner.organisationId, owner.personId);
  const rows = async (kind: 'personSettings' | 'groupMemberships' | 'launches') =>
    (await readRows(storage, kind, owner)).map(withoutOwner);
  return {
    format: 'numplus.person-copy.1',
    madeAt: new Date(deps.clock()).toISOString(),
    build: deps.build,
    organisation: organisation?.name ?? '',
    person: { id, platform: platform?.name ?? '', platformId, deploymentId, subject, createdAt },
    studies: await readStudies(
      deps,
      owner,
      attempts.map(({ attempt }) => attempt.studyId),
    ),
    attempts,
    comfort: comfort ?? null,
    settings: await rows('personSettings'),
    groups: await rows('groupMemberships'),
    launches: await rows('launches'),
    audit: await readAudit(
      storage,
      owner,
      attempts.map(({ attempt }) => attempt),
    ),
    leftOut: listLeftOut(extent, attempts),
  };
}

async function copyAttempts(
  deps: PersonDeps,
  owner: Owner,
  person: Person,
  { withNotes, withStatements }: Extent,
): Promise<CopiedAttempt[]> {
  const { storage } = deps;
  const texts = await openPersonTexts(deps, owner.organisationId, owner.personId);
  const destinations = await readDestinations(deps, owner);
  const played = [];
  for (const one of await readAttempts(storage, owner)) {
    const { attempt, progress } = one;
    const entries = await readEntries(deps, one, texts);
    played.push({
      activity: await nameOf(deps, one),
      attempt,
      progress,
      entries,
      notices: listNotices(entries),
      statements: withStatements ? await readStatements(deps, one) : [],
      deliveries: await readDeliveries(deps, one, destinations),
      receipt: (await storage.attempts.findReceipt(owner.organisationId, attempt.id)) ?? null,
    });
  }
  // After the logs: MongoDB files the newest grade of an attempt as its log is read.
  const rows = await readRows(storage, 'grades', owner);
  const grades = gathered(rows.map((row) => [String(row.attemptId), withoutOwner(row)]));
  const notes = await readNotes(deps, owner, withNotes);
  const requests = await readRequests(deps, owner, person);
  return played.map((one) => ({
    ...one,
    grades: grades.get(one.attempt.id) ?? [],
    notes: notes.get(one.attempt.id) ?? [],
    requests: requests.get(one.attempt.id) ?? [],
  }));
}

function listNotices(entries: readonly LogEntry[]): CopiedNotice[] {
  return entries
    .filter((entry) => entry.kind === 'notice-accepted')
    .map(({ at, noticeVersion: version }) => ({ at, version }));
}

async function nameOf({ storage }: PersonDeps, { attempt }: AttemptWithProgress): Promise<string> {
  const link = await storage.resourceLinks.find(attempt.organisationId, attempt.resourceLinkId);
  return link?.title ?? '';
}

function listLeftOut(
  { withNotes, withOpenResults }: Extent,
  attempts: readonly CopiedAttempt[],
): PersonCopy['leftOut'] {
  const isWhole = withOpenResults || attempts.every(({ progress }) => isOver(progress));
  return Object.entries({ ...tablesLeftOut, ...fieldsLeftOut, ...(isWhole ? {} : resultsLeftOut) })
    .filter(([what]) => !(withNotes && what === 'staffNotes.sealedText'))
    .map(([what, { fr, en }]) => ({ what, fr, en }));
}
