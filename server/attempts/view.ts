/** What the client sees of an attempt. */
import type { AttemptView } from '../http/contract.ts';
import type { AttemptProgress, AttemptWithProgress } from '../storage/ports.ts';
import type { AttemptServices } from './services.ts';

export function viewProgress(
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
    scenes: progress.scenes.map(({ sceneId, scenario, status }) => ({ sceneId, scenario, status })),
  };
}

/** The whole view, with the key that opens this attempt's journal in the browser and no other's. */
export function viewAttempt(
  services: AttemptServices,
  attempt: AttemptWithProgress['attempt'],
  progress: AttemptProgress,
): AttemptView {
  const journalKey = services.secrets.deriveKey('journal', attempt.id).toString('base64url');
  return { ...viewProgress(attempt, progress), journalKey };
}
