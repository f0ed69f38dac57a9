import type { AttemptWithProgress } from '../storage/ports/attempts.ts';

export function describeAttempt({
  attempt,
  progress,
}: AttemptWithProgress): Readonly<Record<string, string | number | null>> {
  const { status, validity, heldFor, score, scenes, endedAt } = progress;
  return {
    id: attempt.id,
    activity: attempt.resourceLinkId,
    person: attempt.personId,
    number: attempt.number,
    status,
    scenesDone: scenes.filter((scene) => scene.status === 'done').length,
    score,
    started: new Date(attempt.createdAt).toISOString(),
    ended: endedAt === null ? null : new Date(endedAt).toISOString(),
    heldFor: heldFor.length === 0 ? null : heldFor.join(' '),
    setAside: validity.state === 'valid' ? null : validity.reason,
  };
}
