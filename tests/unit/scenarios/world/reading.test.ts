/** Cells and fields are read in any spelling only where the world says so: first versions replay as they were. */
import { describe, expect, it } from 'vitest';
import { readField } from '../../../../scenarios/world/form/reading.ts';
import type { TextField } from '../../../../scenarios/world/form/types.ts';
import { findDays } from '../../../../scenarios/world/reading/days.ts';
import { findSpokenNumber } from '../../../../scenarios/world/reading/number-words.ts';
import { soundOf } from '../../../../scenarios/world/reading/sound.ts';
import { readEntry } from '../../../../scenarios/world/sheet/entry.ts';

const phone: TextField = {
  id: 'phone',
  kind: 'text',
  label: 'phone',
  required: true,
  format: 'phone',
  onCard: '819 555-0142',
};

describe('a cell', () => {
  it.each([
    ['5:30', { kind: 'number', number: '5.5' }],
    ['cinq heures', { kind: 'number', number: '5' }],
    ['SOMME(E2:E13)', { kind: 'formula', formula: 'SUM(E2:E13)' }],
    ['=SOUS.TOTAL(109;E2:E13)', { kind: 'formula', formula: 'SUM(E2:E13)' }],
  ])('reads %s in a column of hours, and a text elsewhere', (typed, entry) => {
    expect(readEntry(typed, 'fr', 'hours')).toEqual(entry);
    expect(['text', 'unreadable']).toContain(readEntry(typed, 'fr').kind);
  });
});

describe('a field', () => {
  it.each(['819‑555‑0142', 'tél. 819 555-O142', 'huit un neuf cinq cinq cinq zéro un quatre deux'])(
    'reads %s if any spelling is allowed',
    (typed) => {
      expect(readField({ ...phone, spelling: 'any' }, typed)).toBe('as-on-card');
      expect(readField(phone, typed)).toBe('ill-formed');
    },
  );

  it('never takes another number for the one on the card', () => {
    expect(readField({ ...phone, spelling: 'any' }, '819 555-0124')).toBe('well-formed');
  });
});

describe('numbers, days and sounds', () => {
  it.each([
    ['quatre cent quatre vingt deux mille neuf cent treize', 482913],
    ['soixante dix sept', 77],
    ['quatre vingt dix neuf', 99],
    ['septante deux', 72],
    ['four hundred and eighty two', 482],
    ['vingt et un', 21],
  ])('%s is %d', (text, value) => {
    const words = text.split(' ');
    expect(findSpokenNumber(words, 0)).toEqual({ value, end: words.length });
  });

  it('keeps every day that the order of the numbers leaves open', () => {
    expect(findDays('04/05/1990')).toEqual(['1990-05-04', '1990-04-05']);
    expect(findDays('14/03/1990')).toEqual(['1990-03-14']);
    expect(findDays('1990-02-30')).toEqual([]);
  });

  it.each([
    ['Sept 17, 1990', '1990-09-17'],
    ['17 sept. 1990', '1990-09-17'],
    ['1990 sept 17', '1990-09-17'],
    ['dix-sept sept. 1990', '1990-09-17'],
    ['le sept mars 1990', '1990-03-07'],
    ['dix-sept mars 1990', '1990-03-17'],
    ['5 janv. 1990', '1990-01-05'],
    ['5 févr. 1990', '1990-02-05'],
    ['Apr. 5, 1990', '1990-04-05'],
    ['5 juill. 1990', '1990-07-05'],
    ['Aug 5 1990', '1990-08-05'],
    ['5 oct. 1990', '1990-10-05'],
    ['5 nov. 1990', '1990-11-05'],
    ['5 déc. 1990', '1990-12-05'],
  ])('reads the short name of a month in %s', (typed, day) => {
    expect(findDays(typed)).toEqual([day]);
  });

  it.each([
    ['atansion', 'attention'],
    ['tremble', 'tremblay'],
    ['suspisious', 'suspicious'],
    ['oraire', 'horaire'],
  ])('%s sounds like %s', (written, known) => {
    expect(soundOf(written)).toBe(soundOf(known));
  });
});
