import { describe, expect, it } from 'vitest';
import { datesInWords, mondayOf, plainDates } from '../../../../scenarios/schema/dates.ts';

const rules = {
  birth: { years: -34, month: 4, day: 1 },
  order: { weeks: -1, on: 'friday' },
} as const;

/** Noon in Québec. */
const noon = (iso: string): number => Date.parse(`${iso}T17:00:00Z`);

describe('the dates of an attempt', () => {
  it.each([
    ['a Monday', '2026-11-23', '2026-11-23'],
    ['a Friday', '2026-11-27', '2026-11-23'],
    ['a Sunday', '2026-11-29', '2026-11-23'],
    ['a leap day', '2028-02-29', '2028-02-28'],
  ])('belong to the week of the start: %s', (_day, start, monday) => {
    expect(plainDates(mondayOf(noon(start))).monday).toBe(monday);
  });

  it('never mix two years', () => {
    const dates = plainDates(mondayOf(noon('2026-12-29')));
    expect([dates.monday, dates.friday, dates.year]).toEqual(['2027-01-04', '2027-01-08', '2027']);
  });

  it('change at midnight in Québec, summer and winter alike', () => {
    const monday = (iso: string): string | undefined => plainDates(mondayOf(Date.parse(iso))).monday;
    expect(monday('2026-07-06T04:59:59Z')).toBe('2026-06-29');
    expect(monday('2026-07-06T05:00:00Z')).toBe('2026-07-06');
  });

  it('are told by name, plain and in words', () => {
    const monday = mondayOf(noon('2026-11-25'));
    expect(plainDates(monday, rules)).toMatchObject({
      year: '2026',
      lastYear: '2025',
      wednesday: '2026-11-25',
      birth: '1992-04-01',
      order: '2026-11-20',
    });
    expect(datesInWords('fr', monday, rules)).toMatchObject({
      birthInWords: '1er avril 1992',
      orderDay: '20 novembre',
    });
    expect(datesInWords('en', monday, rules)).toMatchObject({
      birthInWords: 'April 1, 1992',
      orderDay: 'November 20',
    });
  });
});
