import { describe, expect, it } from 'vitest';
import {
  failedGrades,
  matches,
  nameOf,
  groupStateOf,
} from '../../../../client/src/staff/teach/teach-model.ts';
import { sampleFinished, sampleGradeView, sampleMember, sampleRoster, sampleView } from './teach-samples.ts';

const compare = (left: string, right: string): number => left.localeCompare(right, 'fr');

describe('the groups of people', () => {
  const people = [sampleFinished(1), sampleView(2), sampleView(3)];

  it('are known without the course’s list, except who has not started', () => {
    const standing = groupStateOf({ people }, null, compare);
    expect(standing).toMatchObject({ waiting: null, namelessWaiting: 0, hiddenStaff: 0 });
    expect(standing.done.map(({ number }) => number)).toEqual([1]);
    expect(standing.going.map(({ number, name, hasLeft }) => [number, name, hasLeft])).toEqual([
      [2, null, false],
      [3, null, false],
    ]);
  });

  it('leave a person among those who finished once another attempt has begun', () => {
    const finishedBefore = { number: 1, at: '2026-11-24T15:30:00.000Z' };
    const { done, going } = groupStateOf({ people: [sampleView(1, { finishedBefore })] }, null, compare);
    expect([done.length, going.length]).toEqual([1, 0]);
  });

  it('get names and people who have not started from the list, in order of names', () => {
    const roster = sampleRoster([
      sampleMember(3, 'Ada'),
      sampleMember(2, 'Édith'),
      sampleMember(1, 'Bo'),
      sampleMember(null, 'Zoé'),
      // Opened the activity and did not begin.
      sampleMember(9, 'Élie'),
      sampleMember(null, 'Tess Teacher', false),
    ]);
    const standing = groupStateOf({ people }, roster, compare);
    expect(standing.waiting?.map(({ name }) => name)).toEqual(['Élie', 'Zoé']);
    expect(standing.going.map(({ name }) => name)).toEqual(['Ada', 'Édith']);
  });

  it('count people without a name, and list those who have one first', () => {
    const roster = sampleRoster([sampleMember(3, 'Ada'), sampleMember(2, null), sampleMember(null, null)]);
    const standing = groupStateOf({ people }, roster, compare);
    expect(standing).toMatchObject({ waiting: [], namelessWaiting: 1 });
    expect(standing.going.map(({ number }) => number)).toEqual([3, 2]);
  });

  it('never contain staff as learners, and count how many are hidden', () => {
    const roster = sampleRoster([
      sampleMember(1, 'Tess', false),
      sampleMember(2, 'Ada'),
      sampleMember(3, 'Bo'),
    ]);
    expect(groupStateOf({ people }, roster, compare)).toMatchObject({ done: [], hiddenStaff: 1 });
  });

  it('show who left the course only if the list is complete', () => {
    const members = [sampleMember(1, 'Ada')];
    const whole = groupStateOf({ people }, sampleRoster(members), compare);
    expect([...whole.done, ...whole.going].map(({ hasLeft }) => hasLeft)).toEqual([false, true, true]);
    const part = groupStateOf({ people }, sampleRoster(members, { isComplete: false }), compare);
    expect(part.going.map(({ hasLeft }) => hasLeft)).toEqual([false, false]);
  });
});

describe('helpers of the staff page', () => {
  it('find a name regardless of accents and capitals', () => {
    expect(matches('Réjean Tremblay', ' rejean')).toBe(true);
    expect(matches('Thi Lan Nguyễn', 'NGUYEN')).toBe(true);
    expect(matches('Amina Haddad', 'haddad  amina')).toBe(true);
    expect(matches('Amina Haddad', 'haddad ada')).toBe(false);
    expect(matches('Daniela Moreno Rojas', 'moreno-rojas')).toBe(true);
    expect(matches('Ada', '')).toBe(true);
    expect(matches('Ada', 'bo')).toBe(false);
  });

  it('use a number for a person without a name', () => {
    const numbered = (number: number): string => `Personne ${String(number)}`;
    expect(nameOf({ name: null, number: 4 }, numbered)).toBe('Personne 4');
    expect(nameOf({ name: 'Ada', number: 4 }, numbered)).toBe('Ada');
  });

  it('collect every grade that failed for good, including those of dimensions', () => {
    const failed = sampleGradeView({ state: 'failed', reason: 'grade.locked' });
    const people = [
      sampleFinished(1, { ...failed, gradeId: 'g1' }),
      sampleFinished(2, { state: 'sent', gradeId: 'g2' }),
      { ...sampleFinished(3), dimensionGrades: [{ ...failed, gradeId: 'g3', dimension: 'SEC' as const }] },
    ];
    expect(failedGrades(people)).toEqual(['g1', 'g3']);
  });
});
