import { describe, expect, it } from 'vitest';
import {
  choosePeople,
  everyone,
  listGroups,
  mayHoldWaiting,
  type PeopleChoice,
} from '../../../../client/src/staff/teach/people-choice.ts';
import type { Participant } from '../../../../client/src/staff/teach/teach-model.ts';
import type { LevelView } from '../../../../server/contract/levels.ts';
import { sampleFinished, sampleGradeView, sampleLevels, sampleView } from './teach-samples.ts';

function at(number: number, name: string, level: LevelView['level'], lastAt: string): Participant {
  const view = sampleFinished(number);
  const overall = { ...sampleLevels().overall, level };
  const result = {
    ...(view.result ?? { attemptId: '', attemptNumber: 1, score: 1 }),
    levels: sampleLevels({ overall }),
  };
  return { ...view, name, hasLeft: false, attempt: { ...view.attempt, lastAt }, result };
}

const ada = at(1, 'Ada', 3, '2026-11-24T15:00:00.000Z');
const bo = { ...at(2, 'Bo', 2, '2026-11-25T15:00:00.000Z'), asksReview: true };
const cy: Participant = { ...sampleView(3), name: 'Cy', hasLeft: false };
const people = [ada, bo, cy];

function names(choice: Partial<PeopleChoice>): (string | null)[] {
  return choosePeople(people, { ...everyone, ...choice }, ({ name }) => name ?? '').map(({ name }) => name);
}

describe('the list of people', () => {
  it('shows everybody by name at first', () => {
    expect(names({})).toEqual(['Ada', 'Bo', 'Cy']);
  });

  it('can be sorted by the last visit', () => {
    expect(names({ order: 'last' })).toEqual(['Bo', 'Cy', 'Ada']);
  });

  it('can be limited to one level, or to people without one', () => {
    expect(names({ level: '2' })).toEqual(['Bo']);
    expect(names({ level: 'none' })).toEqual(['Cy']);
  });

  it('can be limited to people who ask for a review', () => {
    expect(names({ show: 'review' })).toEqual(['Bo']);
  });

  it('can be limited to people whose attempt waits for a decision', () => {
    const held = { ...ada, held: [{ number: 1, heldFor: ['not-tried'] as const }] };
    const shown = choosePeople([held, bo, cy], { ...everyone, show: 'held' }, ({ name }) => name ?? '');
    expect(shown).toEqual([held]);
  });

  it('can be limited to people whose grade did not arrive', () => {
    const failed = { ...ada, grade: sampleGradeView({ state: 'failed', gradeId: 'g' }) };
    const shown = choosePeople([failed, bo, cy], { ...everyone, show: 'grades' }, ({ name }) => name ?? '');
    expect(shown).toEqual([failed]);
  });

  it('can be limited to people who played with an adaptation', () => {
    const support = { adaptations: ['zoom'], scenesSkipped: 0, scenesLeft: 0 } as const;
    const shown = choosePeople([ada, { ...bo, support }], { ...everyone, show: 'adapted' }, () => '');
    expect(shown.map(({ name }) => name)).toEqual(['Bo']);
  });

  it('can be limited to a group of the course', () => {
    const inGroups = [{ ...ada, groupIds: ['7', '12'] }, { ...bo, groupIds: ['12'] }, cy];
    const shown = choosePeople(inGroups, { ...everyone, group: '7' }, ({ name }) => name ?? '');
    expect(shown.map(({ name }) => name)).toEqual(['Ada']);
  });

  it('offers the groups of the people listed, by name and then by number', () => {
    const names = [
      { id: '12', name: 'Soir' },
      { id: '7', name: 'Matin' },
      { id: '99', name: 'Nobody' },
    ];
    const inGroups = [{ groupIds: ['10', '7'] }, { groupIds: ['12', '9'] }];
    const compare = (left: string, right: string): number =>
      left.localeCompare(right, 'fr-CA', { numeric: true });
    expect(listGroups(inGroups, names, compare)).toEqual([
      { id: '7', name: 'Matin' },
      { id: '12', name: 'Soir' },
      { id: '9', name: null },
      { id: '10', name: null },
    ]);
  });
});

describe('people who have not started', () => {
  it('are shown if no level, grade or request is filtered', () => {
    expect(mayHoldWaiting(everyone)).toBe(true);
    expect(mayHoldWaiting({ ...everyone, level: 'none' })).toBe(true);
    expect(mayHoldWaiting({ ...everyone, level: '1' })).toBe(false);
    expect(mayHoldWaiting({ ...everyone, show: 'review' })).toBe(false);
  });

  it('can be shown alone', () => {
    expect(mayHoldWaiting({ ...everyone, show: 'waiting' })).toBe(true);
    expect(names({ show: 'waiting' })).toEqual([]);
  });
});
