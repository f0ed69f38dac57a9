/** What PlayServer answers about an attempt that has one scene. */
import type { AttemptView, WeekAnswer } from '../../../server/contract/play.ts';

export function newAttempt(): AttemptView {
  return {
    id: 'attempt-1',
    number: 1,
    status: 'open',
    language: 'fr',
    epoch: 0,
    writer: '',
    actionSeq: 0,
    journalKey: 'A'.repeat(43),
    scenes: [{ sceneId: '1', scenario: 'sample', status: 'waiting' }],
    hasWeek: false,
    helperOffer: null,
    isReopened: false,
    isKept: true,
    hasPlayed: false,
    isEnough: true,
    enoughScenes: 6,
    isHeld: false,
  };
}

export function weekOf({ scenes }: AttemptView): WeekAnswer {
  const title = { fr: 'Tâche', en: 'Task' };
  return {
    goesOn: false,
    scenes: scenes.map(({ sceneId, status }) => ({
      sceneId,
      status,
      title,
      day: 1,
      place: 'office',
      used: [],
    })),
  };
}
