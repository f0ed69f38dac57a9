/** The sixth proof of the chaos run can fail: its message for each broken promise, and none otherwise. */
import { describe, expect, it } from 'vitest';
import { AttemptBook } from '../../chaos/book.ts';
import { isExcused } from '../../chaos/leavers.ts';
import { checkErasures, type ErasureFacts, type HeldStatement } from '../../chaos/proofs/check-erasures.ts';

function held(id: string, registration: string, voids?: string): HeldStatement {
  const verb = voids === undefined ? 'answered' : 'voided';
  return {
    id,
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
    object: { id: voids ?? 'item' },
    context: { registration },
  };
}

const sound: ErasureFacts = {
  persons: ['person-gone'],
  attempts: ['attempt-gone'],
  staying: 'person-stays',
  places: new Map([['rows', '[{"id":"person-stays"}]']]),
  existing: new Set(['attempt-stays']),
  held: [held('s1', 'attempt-stays'), held('s2', 'attempt-gone'), held('v2', 'attempt-gone', 's2')],
  unfinished: 0,
};
const findingsOf = (change: Partial<ErasureFacts>): string[] =>
  checkErasures({ ...sound, ...change }).map(({ about, what }) => `${about}: ${what}`);

describe('the proof of erasures', () => {
  it('finds nothing if all is done', () => {
    expect(findingsOf({})).toEqual([]);
  });

  it.each<[string, Partial<ErasureFacts>]>([
    ['erasures: nobody who played was erased', { attempts: [] }],
    ['erasures: 2 steps of erasures were never done', { unfinished: 2 }],
    [
      'person-gone: was erased, and is still in rows',
      { places: new Map([['rows', 'person-stays person-gone']]) },
    ],
    [
      'attempt-gone: was erased, and is still in rows',
      { places: new Map([['rows', 'person-stays attempt-gone']]) },
    ],
    ['rows: the search does not find who is still there', { places: new Map([['rows', '[]']]) }],
    [
      'attempt-gone: statement s2 is not voided, and its attempt is gone',
      { held: sound.held.filter(({ id }) => id !== 'v2') },
    ],
    [
      'attempt-stays: statement s1 is voided, and its attempt is there',
      { held: [...sound.held, held('v1', 'attempt-stays', 's1')] },
    ],
  ])('says « %s »', (finding, change) => {
    expect(findingsOf(change)).toEqual([finding]);
  });
});

describe('an attempt that is gone', () => {
  const place = { personId: 5, activityId: 1_000 };
  const departures = [{ userId: 5, personId: 'person-gone', goneAt: 70 }];

  it('is excused if its learner came before the person was gone, and not otherwise', () => {
    expect(isExcused(new AttemptBook('a', place, 69), departures)).toBe(true);
    expect(isExcused(new AttemptBook('a', place, 70), departures)).toBe(false);
    expect(isExcused(new AttemptBook('a', { ...place, personId: 4 }, 69), departures)).toBe(false);
  });
});
