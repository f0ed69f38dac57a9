/** An attempt's actions for staff. Of typed text only the number of words leaves this module. */
import { namesAsked } from '../../scenarios/evidence/asked-features.ts';
import type { LogEntry } from '../../scenarios/kit/log.ts';
import { fromStored } from '../attempts/personal-text.ts';
import type { AttemptServices } from '../attempts/services.ts';
import { AppError, unlessThrown } from '../base/errors.ts';
import type { TimelineAnswer, TimelineEntry } from '../contract/review.ts';
import type { AttemptWithProgress, StoredEntry } from '../storage/ports/attempts.ts';
import type { Person } from '../storage/ports/persons.ts';
import { keyOfAction, namesInAction } from './action-words.ts';
import { getReviewedAttempt, type ReviewScope } from './review-access.ts';
import { findEvidence, findScenePlayed, wordsOf } from '../content/find-scene.ts';

type Services = Pick<AttemptServices, 'storage' | 'content' | 'secrets'>;

const pageSize = 100;

/**
 * @throws AppError session.forbidden, also for learners, who should not face their hesitations;
 * attempt.unknown
 */
export async function getTimeline(
  services: Services,
  scope: ReviewScope,
  attemptId: string,
  from: number,
): Promise<TimelineAnswer> {
  if (scope.view !== 'staff') throw new AppError('session.forbidden');
  const found = await getReviewedAttempt(services.storage.attempts, scope, attemptId);
  const { organisationId, personId } = found.attempt;
  const [page, person] = await Promise.all([
    services.storage.attempts.listEntries(organisationId, attemptId, { fromSeq: from, limit: pageSize }),
    services.storage.persons.find(organisationId, personId),
  ]);
  const startedAt = await listSceneStarts(services, found, page);
  const last = page.at(-1)?.logSeq ?? found.progress.head;
  return {
    entries: page.map((stored) => describe(services, found, { stored, person, startedAt })),
    nextFrom: page.length === pageSize && last < found.progress.head ? last + 1 : null,
  };
}

async function listSceneStarts(
  { storage }: Pick<Services, 'storage'>,
  { attempt, progress }: AttemptWithProgress,
  page: readonly StoredEntry[],
): Promise<ReadonlyMap<string, number>> {
  const ids = new Set(page.map(({ entry }) => sceneIdOf(entry)));
  const starts = progress.scenes
    .filter(({ sceneId, fromSeq }) => ids.has(sceneId) && fromSeq > 0)
    .map(async ({ sceneId, fromSeq }): Promise<[string, number][]> => {
      const page = { fromSeq, limit: 1 };
      const [first] = await storage.attempts.listEntries(attempt.organisationId, attempt.id, page);
      return first === undefined ? [] : [[sceneId, first.entry.at]];
    });
  return new Map((await Promise.all(starts)).flat());
}

interface EntryContext {
  readonly stored: StoredEntry;
  readonly person: Person | undefined;
  readonly startedAt: ReadonlyMap<string, number>;
}

function describe(services: Services, found: AttemptWithProgress, context: EntryContext): TimelineEntry {
  const { stored, startedAt } = context;
  const { entry } = stored;
  const sceneId = sceneIdOf(entry);
  const start = sceneId === null ? undefined : startedAt.get(sceneId);
  return {
    logSeq: entry.logSeq,
    at: entry.at,
    sceneId,
    sinceSceneMs: start === undefined ? null : Math.max(0, entry.at - start),
    what: keyOf(entry),
    names: namesOf(services, found, entry),
    words: countWords(services, found, context),
    features: featuresOf(services, found, entry),
    refused: entry.kind === 'rejected',
  };
}

function sceneIdOf(entry: LogEntry): string | null {
  return 'scene' in entry ? (entry.scene?.sceneId ?? null) : null;
}

function keyOf(entry: LogEntry): string {
  switch (entry.kind) {
    case 'launched':
      return 'attempt.launched';
    case 'notice-accepted':
      return 'attempt.notice';
    case 'opened':
      return entry.first ? 'attempt.opened' : 'attempt.reopened';
    case 'scene-started':
      return 'scene.started';
    case 'action':
    case 'rejected':
    case 'frame':
      return keyOfAction(entry.action);
    case 'scene-ended':
      return `scene.ended.${entry.how}`;
    case 'finished':
      return `attempt.finished.${entry.how}`;
    case 'rescored':
      return 'attempt.rescored';
    case 'abandoned':
      return 'attempt.abandoned';
    case 'reopened':
    case 'invalidated':
    case 'reinstated':
      return `attempt.staff.${entry.kind}`;
  }
}

function namesOf(
  { content }: Services,
  { attempt, progress }: AttemptWithProgress,
  entry: LogEntry,
): TimelineEntry['names'] {
  const scene = progress.scenes.find(({ sceneId }) => sceneId === sceneIdOf(entry));
  const { seed, createdAt } = attempt;
  const played = scene === undefined ? undefined : findScenePlayed(content, scene, seed, createdAt);
  if (entry.kind === 'action' || entry.kind === 'rejected') return namesInAction(entry.action, played);
  const isScene = entry.kind === 'scene-started' || entry.kind === 'scene-ended';
  return isScene && played !== undefined ? { scene: wordsOf(played.texts, played.world.title) } : {};
}

/** None if the scenario is gone: which of them its scene asked for is then unknown. */
function featuresOf({ content }: Services, { progress }: AttemptWithProgress, entry: LogEntry): string[] {
  if (entry.kind !== 'action' || entry.features === undefined) return [];
  const scene = progress.scenes.find(({ sceneId }) => sceneId === sceneIdOf(entry));
  const found = scene === undefined ? undefined : findEvidence(content, scene);
  return found === undefined ? [] : namesAsked(found.evidence.vocabulary, entry.features);
}

/** Null if nothing was typed or the text was erased. */
function countWords(
  { secrets }: Services,
  { attempt }: AttemptWithProgress,
  { stored, person }: EntryContext,
): number | null {
  const { entry, sealed } = stored;
  const typed = typedIn(entry);
  if (typed === null) return null;
  if (typed === '') return 0;
  if (sealed === null || person === undefined) return null;
  const opened = unlessThrown(() => {
    const key = secrets.unwrapKey('person', person.sealedKey, person.id);
    const unseal = (text: string, binding: string): string => secrets.unsealWith(key, text, binding);
    return typedIn(fromStored(stored, attempt.id, { unseal })) ?? '';
  }, 'secret.unreadable');
  return opened === undefined ? null : opened.split(/\s+/u).filter(Boolean).length;
}

function typedIn(entry: LogEntry): string | null {
  if (entry.kind !== 'action' && entry.kind !== 'rejected') return null;
  return 'typed' in entry.action ? entry.action.typed : null;
}
