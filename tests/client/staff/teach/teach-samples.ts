/** Rows of the page of staff with sensible values: a test names only what it is about. */
import type { LevelsView } from '../../../../server/contract/levels.ts';
import type {
  ActivityAnswer,
  GradeView,
  PersonView,
  RosterAnswer,
  RosterPerson,
} from '../../../../server/contract/teach.ts';

export function sampleGradeView(change: Partial<GradeView> = {}): GradeView {
  return { state: 'none', gradeId: null, sentAt: null, reason: null, changed: null, ...change };
}

export function sampleView(number: number, change: Partial<PersonView> = {}): PersonView {
  return {
    personId: `person-${String(number)}`,
    number,
    groupIds: [],
    attempt: {
      id: `attempt-${String(number)}`,
      number: 1,
      status: 'open',
      startedAt: '2026-11-24T14:00:00.000Z',
      lastAt: '2026-11-24T15:30:00.000Z',
      scenesDone: 0,
      scenesAll: 3,
      setAside: null,
    },
    finishedBefore: null,
    counting: null,
    result: null,
    support: { adaptations: [], scenesSkipped: 0, scenesLeft: 0 },
    held: [],
    asksReview: false,
    askedAttemptId: null,
    work: { attemptId: `attempt-${String(number)}`, number: 1 },
    grade: sampleGradeView(),
    dimensionGrades: [],
    ...change,
  };
}

/** Level 3, and no dimension precise enough for a bar. */
export function sampleLevels(change: Partial<LevelsView> = {}): LevelsView {
  return {
    scenes: 7,
    overall: { level: 3, between: null, from: 48, at: 60, to: 71 },
    scoreBand: [58, 82],
    dimensions: [],
    isPilot: true,
    ...change,
  };
}

/** Finished, with a score. */
export function sampleFinished(number: number, grade: Partial<GradeView> = {}): PersonView {
  const view = sampleView(number);
  return {
    ...view,
    attempt: { ...view.attempt, status: 'finished', scenesDone: 3 },
    result: { attemptId: view.attempt.id, attemptNumber: 1, score: 72, levels: sampleLevels() },
    grade: sampleGradeView(grade),
  };
}

export function sampleActivity(
  people: readonly PersonView[],
  change: Partial<ActivityAnswer> = {},
): ActivityAnswer {
  return {
    title: 'Une semaine aux Ateliers',
    timeZone: 'America/Montreal',
    settings: {
      isAdaptive: false,
      scenes: [{ scenario: 's02-inbox', title: { fr: 'La boîte de réception', en: 'The inbox' } }],
      attempts: null,
      grade: { kind: 'measure', isAlwaysDone: false, shown: { family: 'moodle', keepsBack: 'no' }, left: 0 },
    },
    reach: 'everyone',
    column: null,
    people,
    isComplete: true,
    isDeliveryStuck: false,
    ...change,
  };
}

export function sampleMember(
  number: number | null,
  name: string | null,
  isLearner = true,
  groupIds: readonly string[] = [],
): RosterPerson {
  return { personId: number === null ? null : `person-${String(number)}`, name, isLearner, groupIds };
}

type Roster = Extract<RosterAnswer, { readonly state: 'available' }>;

export function sampleRoster(
  people: readonly RosterPerson[],
  change: Partial<Pick<Roster, 'isComplete' | 'groups'>> = {},
): Roster {
  const hasNames = people.some(({ name }) => name !== null);
  return { state: 'available', people, groups: [], hasNames, isComplete: true, ...change };
}
