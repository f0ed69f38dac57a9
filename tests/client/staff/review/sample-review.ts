/** A sheet about a person with sensible values: a test names only what it is about. */
import type { AttemptCompared, SceneReview, StaffReview } from '../../../../server/contract/review.ts';

const day = Date.UTC(2026, 10, 25, 15);

export function sampleScene(change: Partial<SceneReview> = {}): SceneReview {
  return {
    sceneId: '1',
    title: { fr: 'La boîte de réception', en: 'The inbox' },
    status: 'done',
    activeMs: 90_000,
    isScored: true,
    isEased: false,
    isBrief: false,
    flags: [],
    dimensions: [{ dimension: 'COM', points: 2, max: 4 }],
    seen: [],
    uncounted: [],
    toWork: [],
    misconceptions: [],
    help: [],
    listens: 0,
    assists: 0,
    ...change,
  };
}

export function sampleCompared(change: Partial<AttemptCompared> = {}): AttemptCompared {
  return {
    id: 'attempt-1',
    number: 1,
    status: 'finished',
    startedAt: day,
    endedAt: day,
    ownForm: null,
    score: 60,
    setAside: null,
    isHeld: false,
    scenesDone: 1,
    levels: null,
    change: null,
    ...change,
  };
}

export function sampleReview(change: Partial<StaffReview> = {}): StaffReview {
  return {
    view: 'staff',
    activity: { fr: 'Semaine du groupe du matin', en: 'Morning group week' },
    attempt: {
      id: 'attempt-1',
      number: 1,
      status: 'finished',
      startedAt: day,
      endedAt: day,
      ownForm: null,
      score: 60,
    },
    timeZone: 'America/Montreal',
    language: 'fr',
    activeMs: 90_000,
    scenesNeeded: 6,
    personId: 'person-1',
    setAside: null,
    heldFor: [],
    requests: [],
    levels: null,
    levelNote: '',
    adaptations: [],
    strengths: [],
    shown: [],
    talkingPoints: [],
    nextSteps: [],
    attempts: [sampleCompared()],
    helperOffer: null,
    scenes: [sampleScene()],
    ...change,
  };
}
