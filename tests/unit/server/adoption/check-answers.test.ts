/** Answers that would say something else than was meant are refused, each with what to write. */
import { describe, expect, it } from 'vitest';
import { askAnswers } from '../../../../server/adoption/answers.ts';
import { listAsked } from '../../../../server/adoption/asked-questions.ts';
import { listFaults } from '../../../../server/adoption/check-answers.ts';
import { listTypographyFaults } from '../../../support/french-typography.ts';
import { muchKnown } from '../../../support/kit-facts.ts';

function faultsOf(answers: Readonly<Record<string, string>>, language: 'fr' | 'en' = 'fr'): string[] {
  const asked = askAnswers(muchKnown, []).map((one) => {
    const [, answer = ''] = Object.entries(answers).find(([fr]) => one.fr.startsWith(fr)) ?? [];
    return { ...one, answer };
  });
  expect(asked.filter(({ answer }) => answer !== '').length).toBeGreaterThan(0);
  return listFaults(listAsked(muchKnown, language), asked, language);
}

describe('an answer is refused', () => {
  it.each([
    ['Usage interdit', 'non'],
    ['Usage interdit', 'No.'],
    ['Usage interdit', '1'],
    ['Usage interdit', 'pas d’accord'],
    ['Usage interdit', 'faux'],
    ['Usage interdit', 'n/a'],
    ['Usage interdit', '—'],
    ['8. Les risques', '1-13'],
    ['8. Les risques', '0'],
    ['8. Les risques', '3-1'],
    ['8. Les risques', 'plusieurs'],
    ['8. Les risques', 'oui'],
    ['Ce qui revient à l’organisme', '1, neuf'],
    ['Avis de la personne responsable', '1, 3'],
    ['Avis de la personne responsable', '4'],
    ['Avis de la personne responsable', 'oui'],
    ['Qui a été consulté', '7'],
    ['Conclusion – d’après', 'non, tout est ici'],
    ['Conclusion – d’après', 'Tout est au Québec'],
    ['Conclusion – d’après', '1, 2'],
    ['Conclusion – d’après', '…………'],
  ])('for « %s »: « %s »', (question, answer) => {
    const faults = faultsOf({ [question]: answer });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`Document 2, «\u00a0${question.split(' – ')[0] ?? ''}`);
    expect(faults[0]).toContain(`«\u00a0${answer}\u00a0»`);
    expect(faults.flatMap(listTypographyFaults)).toEqual([]);
  });
});

describe('an answer is taken', () => {
  it.each([
    ['Usage interdit', 'Oui.'],
    ['Usage interdit', 'Non, sauf pour une formation.'],
    ['8. Les risques', '1-10'],
    ['8. Les risques', '1 – 3; 5'],
    ['8. Les risques', 'toutes'],
    ['Avis de la personne responsable', '2'],
    ['Avis de la personne responsable', 'Favorable, avec une réserve.'],
    ['Qui a été consulté', '1, 2'],
    ['Conclusion – d’après', '2.'],
    ['Début prévu', '2027'],
  ])('for « %s »: « %s »', (question, answer) => {
    expect(faultsOf({ [question]: answer })).toEqual([]);
  });
});

it('words about what is in Québec are refused with the two numbers that can be written', () => {
  const said = { 'Conclusion – d’après': 'non, tout est ici' };
  expect(faultsOf(said)).toEqual([
    'Document 2, «\u00a0Conclusion\u00a0»\u00a0: la réponse «\u00a0non, tout est ici\u00a0» n’est pas claire; écrivez seulement 1 pour «\u00a0Tout est au Québec\u00a0», ou 2 pour «\u00a0Un lieu ou plus est hors du Québec\u00a0».',
  ]);
  expect(faultsOf(said, 'en')).toEqual([
    'Document 2, “Conclusion”: the answer “non, tout est ici” is not clear; write only 1 for “Everything is in Québec”, or 2 for “One place or more is outside Québec”.',
  ]);
});

it('all answers that are refused are told at once, in the language that is asked for', () => {
  const faults = faultsOf({ 'Usage interdit': 'non', '8. Les risques': '1-13', 'Début prévu': 'mars' }, 'en');
  expect(faults).toEqual([
    'Document 2, “Forbidden use”: the answer “non” is not clear; write “yes”, or the sentence that is true for you.',
    'Document 2, “8. Risks”: the answer “1-13” is not clear; write the numbers of the boxes to tick, from 1 to 10, or “all”.',
  ]);
});
