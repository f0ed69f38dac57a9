import { describe, expect, it } from 'vitest';
import { vocabularyOf } from '../../../../support/shared-words.ts';
import { featuresOfText } from '../../../../../scenarios/evidence/action-features.ts';

const vocabulary = vocabularyOf(['clauses/v2'], { time: '{clock}' });

function read(typed: string, clock: string): string {
  const said = featuresOfText(vocabulary, { clock }, { as: 'message', typed, phrases: [] });
  return [said.sameTime === true ? 'same' : '', said.otherTime === true ? 'other' : ''].join('');
}

describe('a time in a text, beside 07:42', () => {
  it.each([
    ['7 h 42', 'same'],
    ['7h42', 'same'],
    ['7\u00A0h\u00A042', 'same'],
    ['7:42', 'same'],
    ['07:42', 'same'],
    ['7 : 42', 'same'],
    ['7H42', 'same'],
    ['07h42', 'same'],
    ['0742', 'same'],
    ['à 7.42', 'same'],
    ['7:42 am', 'same'],
    ['7:42 a.m.', 'same'],
    ['7 h 42 du matin', 'same'],
    ['sept heures quarante-deux', 'same'],
    ['at seven forty two', 'same'],
    ['L’autobus passe à 7 h 42.', 'same'],
    ['Oublie pas, c’est 7 h 42!', 'same'],
    ['N’oublie pas l’autobus de 7 h 42', 'same'],
    ['C’est pas 8 h, c’est 7 h 42', 'same'],
    ['7 h 42 pas 8 h', 'same'],
    ['7 h 42 pour 2 ou 3 personnes', 'same'],
    ['7:42 pm', 'other'],
    ['19 h 42', 'other'],
    ['7 h 42 du soir', 'other'],
    ['7 h 42 ce soir', 'other'],
    ['8 h', 'other'],
    ['7 h 24', 'other'],
    ['7 h', 'other'],
    ['à midi', 'other'],
    ['7 h 42 ou 8 h 10', 'sameother'],
    ['7 h 42. Non, 8 h 10.', 'sameother'],
    ['pas à 7 h 42', ''],
    ['7 h 42 marche pas', ''],
    ['Est-ce que c’est 7 h 42', ''],
    ['7 h 42?', ''],
    ['si je prends celui de 7 h 42', ''],
    ['7,42 $', ''],
    ['$7.42', ''],
    ['le 2026-11-30', ''],
    ['le 30/11', ''],
    ['819 555-1930', ''],
    ['en novembre 1942', ''],
    ['pendant 7 heures', ''],
    ['l’autobus 12', ''],
    ['742', ''],
    ['', ''],
  ])('%s → %s', (typed, expected) => {
    expect(read(typed, '07:42')).toBe(expected);
  });
});

describe('a time in the afternoon, at noon and at midnight', () => {
  it.each([
    ['19 h 30', '19:30', 'same'],
    ['7:30 pm', '19:30', 'same'],
    ['7 h et demie', '19:30', 'same'],
    ['half past seven', '19:30', 'same'],
    ['7:30', '19:30', 'same'],
    ['à 1930', '19:30', 'same'],
    ['7:30 am', '19:30', 'other'],
    ['à midi', '12:00', 'same'],
    ['at noon', '12:00', 'same'],
    ['12 h', '12:00', 'same'],
    ['midi et demi', '12:30', 'same'],
    ['12:30 pm', '12:30', 'same'],
    ['12:30 am', '12:30', 'other'],
    ['12:30 a.m.', '00:30', 'same'],
    ['à minuit', '00:00', 'same'],
    ['vers 5', '17:00', 'same'],
    ['à 5, à 6, à 7', '17:00', 'sameother'],
  ])('%s beside %s → %s', (typed, clock, expected) => {
    expect(read(typed, clock)).toBe(expected);
  });
});

describe('a scene that asks for no time', () => {
  it('has neither name in what its texts say', () => {
    const said = featuresOfText(
      vocabularyOf(['clauses/v2']),
      {},
      { as: 'message', typed: '7 h', phrases: [] },
    );
    expect(Object.keys(said)).not.toContain('sameTime');
    expect(Object.keys(said)).not.toContain('otherTime');
  });
});
