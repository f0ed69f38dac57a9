import { describe, expect, it } from 'vitest';
import { namesIn } from '../../../../../scenarios/kit/feature-facts.ts';
import { featuresOfText } from '../../../../../scenarios/evidence/action-features.ts';
import { vocabularyOf } from '../../../../support/shared-words.ts';

const shift = { day: 'thursday', worked: 4, paid: 1 };
const vocabulary = vocabularyOf(['clauses/v2', 'pay-gap/v1'], { shift });
const names = ['shiftDay', 'otherDay', 'shiftHours', 'otherHours', 'bothHours'];

function read(typed: string): string {
  const said = namesIn(featuresOfText(vocabulary, {}, { as: 'message', typed, phrases: [] }));
  return said.filter((name) => names.includes(name)).join(' ');
}

describe('a shift in a text', () => {
  it.each([
    ['jeudi', 'shiftDay'],
    ['c’est pas jeudi', ''],
    ['pas jeudi, mardi', ''],
    ['il manque 3 heures mardi', 'otherDay shiftHours'],
    ['mardi est correct, il manque 3 heures jeudi', 'shiftDay shiftHours'],
    ['il manque 3 heures jeudi, à corriger avant vendredi', 'shiftDay shiftHours'],
    ['lundi mardi mercredi jeudi', 'shiftDay otherDay'],
    ['3 h', 'shiftHours'],
    ['three hours', 'shiftHours'],
    ['quatre heures', 'shiftHours'],
    ['4h00', 'shiftHours'],
    ['4 h 30', ''],
    ['4 $', ''],
    ['4 jours', ''],
    ['1 heure', ''],
    ['4 h, payé 1 h', 'shiftHours bothHours'],
    ['4 h ou 1 h?', 'shiftHours'],
    ['2 5 6 7 heures', 'otherHours'],
    ['', ''],
  ])('%s → %s', (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it('is read by the values of the variant', () => {
    const byName = { day: '{day}', worked: '{worked}', paid: '{paid}' };
    const fitted = vocabularyOf(['clauses/v2', 'pay-gap/v1'], { shift: byName });
    const values = { day: 'monday', worked: '5', paid: '2' };
    const said = featuresOfText(fitted, values, { as: 'message', typed: 'lundi 5h, 2h', phrases: [] });
    expect([said.shiftDay, said.shiftHours, said.bothHours]).toEqual([true, true, true]);
  });
});
