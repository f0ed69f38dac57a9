import type { StudyFacts } from '../contract/study-facts.ts';
import { type AuditDeps, recordAudit } from '../records/audit.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Study } from '../storage/ports/organisations.ts';
import type { Storage } from '../storage/ports/storage.ts';
import type { StudyTexts } from '../storage/ports/study-texts.ts';
import { mostPlaces, nameOfPlace, type Place } from '../studies/places.ts';
import { findTold, noticeOf, questionOf, type Told } from '../studies/texts-of-study.ts';

interface StudyDeps extends AuditDeps {
  readonly storage: Pick<Storage, 'audit' | 'studies' | 'studyTexts' | 'studyPlaces'>;
  readonly secrets: Secrets;
}

/** With a key of its own: pseudonyms of two studies cannot be joined. */
export async function addStudy(
  deps: StudyDeps,
  { organisationId, name }: Pick<Study, 'organisationId' | 'name'>,
): Promise<Study> {
  const id = deps.randomId();
  const sealedKey = deps.secrets.createWrappedKey('study', id);
  // The oldest study takes what has no other place, so no other may be as old, whatever the clock says.
  const [first] = await deps.storage.studies.list(organisationId, { limit: 1 });
  const createdAt = first === undefined ? deps.clock() : Math.max(deps.clock(), first.createdAt + 1);
  const study = { id, organisationId, name, sealedKey, createdAt };
  await deps.storage.studies.insert(study);
  await record(deps, study, 'study.added', { name });
  return study;
}

/**
 * A version is raised only if people would read something else, so that nobody reads the same notice twice.
 * @throws AppError storage.duplicate if another change came first
 */
export async function changeTexts(deps: StudyDeps, study: Study, facts: StudyFacts): Promise<StudyTexts> {
  const before = await findTold(deps.storage, { organisationId: study.organisationId, studyId: study.id });
  const next = { ...before, facts };
  const isNewNotice = !isSame(noticeOf(before).sections, noticeOf(next).sections);
  const isNewQuestion = !isSame(questionOf(before), questionOf(next));
  const texts = await insertRevision(deps, study, {
    facts,
    noticeVersion: before.noticeVersion + Number(isNewNotice),
    researchVersion: before.researchVersion + Number(isNewQuestion),
    isClosed: before.isClosed,
  });
  const { revision, noticeVersion, researchVersion } = texts;
  await record(deps, study, 'study.texts-changed', { revision, noticeVersion, researchVersion });
  return texts;
}

/** New attempts there belong to the study; those that began stay where they are. */
export async function placeStudy(deps: StudyDeps, study: Study, place: Place): Promise<void> {
  const { organisationId, id: studyId } = study;
  const name = nameOfPlace(place);
  await deps.storage.studyPlaces.put({ organisationId, place: name, studyId, createdAt: deps.clock() });
  await record(deps, study, 'study.placed', { place: name });
}

/** Frees its places and asks nobody any more. What people agreed to goes on being delivered. */
export async function closeStudy(deps: StudyDeps, study: Study): Promise<void> {
  const { organisationId, id: studyId } = study;
  const told = await findTold(deps.storage, { organisationId, studyId });
  if (!told.isClosed) await insertRevision(deps, study, { ...told, isClosed: true });
  const places = await deps.storage.studyPlaces.listByStudy(organisationId, studyId, mostPlaces);
  for (const { place } of places) await deps.storage.studyPlaces.remove(organisationId, place);
  await record(deps, study, 'study.closed', { places: places.length });
}

async function insertRevision(
  { storage, clock }: StudyDeps,
  { organisationId, id: studyId }: Study,
  { facts, noticeVersion, researchVersion, isClosed }: Told,
): Promise<StudyTexts> {
  const latest = await storage.studyTexts.findLatest(organisationId, studyId);
  const texts: StudyTexts = {
    organisationId,
    studyId,
    revision: (latest?.revision ?? 0) + 1,
    facts,
    noticeVersion,
    researchVersion,
    isClosed,
    createdAt: clock(),
  };
  await storage.studyTexts.insert(texts);
  return texts;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function record(
  deps: StudyDeps,
  { id, organisationId }: Study,
  action: 'study.added' | 'study.texts-changed' | 'study.placed' | 'study.closed',
  details: Readonly<Record<string, string | number>>,
): Promise<void> {
  return recordAudit(deps, {
    organisationId,
    actor: 'operator',
    action,
    subject: `study:${id}`,
    details,
  });
}
