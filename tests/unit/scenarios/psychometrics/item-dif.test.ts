/** Simulated groups; `npm run bench -- measurement dif` runs the forty replications of the docs. */
import { describe, expect, it } from 'vitest';
import { reportDif } from '../../../../scenarios/psychometrics/item-dif.ts';
import { bankOfScenes } from '../../../support/measurement/bank.ts';
import {
  countFalseAlarms,
  countFound,
  drawGroups,
  type DifPerson,
} from '../../../support/measurement/dif-replications.ts';

const bank = bankOfScenes();
const plan = { bank, personsPerGroup: 500, replications: 4 };

describe.each([0, 0.5, 1])('DIF between groups that differ by %s logit in ability', (impact) => {
  it('calls at most 2 % of fair items large', () => {
    const { items, large } = countFalseAlarms({ ...plan, impact });
    expect(items).toBe(4 * bank.items.length);
    expect(large / items).toBeLessThanOrEqual(0.02);
  });

  it('finds an item that is 0.8 logit harder for one group', () => {
    const { planted, large, moderate } = countFound({ ...plan, impact });
    expect((large + moderate) / planted).toBeGreaterThanOrEqual(0.9);
  });
});

describe('a DIF row', () => {
  const classesOf = (people: readonly DifPerson[]): (string | null | undefined)[] =>
    reportDif(bank, people, 'language').rows.map(({ difference }) => difference?.class);

  it('clears fair items once the unfair ones no longer match people', () => {
    const unfair = new Map([0, 2, 4, 6, 8].map((place) => [place, 1.5]));
    const people = drawGroups({ bank, personsPerGroup: 500, impact: 0 }, unfair, 'purified');
    const { rows } = reportDif(bank, people, 'language');
    expect(rows.flatMap(({ difference }, place) => (difference?.class === 'C' ? [place] : []))).toEqual([
      ...unfair.keys(),
    ]);
    expect(rows.map(({ matchingItems }) => matchingItems)).toEqual(
      rows.map((_, place) => bank.items.length - unfair.size - (unfair.has(place) ? 0 : 1)),
    );
  });

  it('says how many people it compares and needs, in how many strata', () => {
    const people = drawGroups({ bank, personsPerGroup: 500, impact: 0 }, new Map(), 'strata');
    for (const row of reportDif(bank, people, 'language').rows) {
      expect(row.strata).toBeGreaterThanOrEqual(12);
      expect(row.strata).toBeLessThanOrEqual(20);
      expect(Math.min(...row.persons)).toBeGreaterThan(470);
      expect(row.personsNeeded).toBe(200);
    }
  });

  it('has no class below 200 people in the smaller group, whatever the difference', () => {
    const harder = new Map([[0, 3]]);
    const people = (personsPerGroup: number): DifPerson[] =>
      drawGroups({ bank, personsPerGroup, impact: 0 }, harder, 'few');
    expect(new Set(classesOf(people(150)))).toEqual(new Set([null]));
    expect(reportDif(bank, people(150), 'language').rows[0]?.difference?.size).toBeLessThan(-0.5);
    expect(classesOf(people(250))[0]).toBe('C');
  });

  it('compares people who answered other sets of items by their ability', () => {
    // Half of each group misses the items of three scenes, as after an adaptive form.
    const missing = new Set(['s01-first-login', 's03-tidy', 's06-hiring-form']);
    const people = drawGroups({ bank, personsPerGroup: 1000, impact: 1 }, new Map([[2, 0.8]]), 'sets').map(
      (person, index) => ({
        ...person,
        points: person.points.map((points, place) =>
          index % 4 < 2 && missing.has(bank.items[place]?.scenario ?? '') ? null : points,
        ),
      }),
    );
    const found = classesOf(people);
    expect(found.flatMap((one, place) => (one === 'C' ? [place] : []))).toEqual([2]);
  });

  it('compares nobody who answered no other item', () => {
    const people = drawGroups({ bank, personsPerGroup: 300, impact: 0 }, new Map(), 'alone').map(
      (person) => ({
        ...person,
        points: person.points.map((points, place) => (place === 0 ? points : null)),
      }),
    );
    const [first] = reportDif(bank, people, 'language').rows;
    expect(first).toMatchObject({ persons: [0, 0], strata: 0, difference: null });
  });
});
