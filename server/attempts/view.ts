import { scenesForLevel } from '../../scenarios/measurement/has-level.ts';
import { AppError } from '../base/errors.ts';
import type { AttemptView } from '../contract/play.ts';
import type { AttemptProgress, AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { AttemptServices } from './services.ts';
import { awaitsDecision } from './awaits-decision.ts';
import { needsComputer } from './phone-scenes.ts';
import { hasWeek } from './week.ts';

export function viewProgress(
  { content }: Pick<AttemptServices, 'content'>,
  attempt: AttemptWithProgress['attempt'],
  progress: AttemptProgress,
): Omit<AttemptView, 'journalKey'> {
  return {
    id: attempt.id,
    number: attempt.number,
    status: progress.status,
    language: progress.language,
    epoch: progress.epoch,
    writer: progress.writer,
    actionSeq: progress.actionSeq,
    scenes: progress.scenes.map((scene) => {
      const { sceneId, scenario, status } = scene;
      return { sceneId, scenario, status, ...(needsComputer(content, scene) && { needsComputer: true }) };
    }),
    hasWeek: hasWeek(content, attempt, progress),
    helperOffer: progress.helperOffer,
    isReopened: progress.isReopened,
    isKept: progress.validity.state === 'valid',
    hasPlayed: progress.measure !== null,
    isEnough: progress.score !== null,
    enoughScenes: content.forms.find(({ id }) => id === attempt.form)?.minScenes ?? scenesForLevel,
    isHeld: awaitsDecision(content, { attempt, progress }),
  };
}

/**
 * The key of the browser's journal derives from the person's key: it survives a rotation of SECRET_KEY, and
 * is lost when the person is erased.
 */
export async function viewAttempt(
  services: Pick<AttemptServices, 'secrets' | 'storage' | 'content'>,
  attempt: AttemptWithProgress['attempt'],
  progress: AttemptProgress,
): Promise<AttemptView> {
  const { secrets, storage } = services;
  const person = await storage.persons.find(attempt.organisationId, attempt.personId);
  if (person === undefined) throw new AppError('attempt.unknown');
  const personKey = secrets.unwrapKey('person', person.sealedKey, person.id);
  const journalKey = Buffer.from(secrets.keyedHash(personKey, `journal/${attempt.id}`), 'hex');
  return { ...viewProgress(services, attempt, progress), journalKey: journalKey.toString('base64url') };
}
