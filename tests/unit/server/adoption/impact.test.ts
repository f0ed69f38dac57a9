import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../server/adoption/blocks.ts';
import { questionsOf } from '../../../../server/adoption/questions.ts';
import { documentOf, languages, sayLine, textOf } from '../../../support/kit-documents.ts';
import { muchKnown, nothingKnown } from '../../../support/kit-facts.ts';

type Table = Extract<Block, { kind: 'table' }>;

function tablesUnder(blocks: readonly Block[], heading: RegExp): Table[] {
  let isUnder = false;
  return blocks.filter((block): block is Table => {
    if (block.kind === 'heading') isUnder = heading.test(block.text) || (isUnder && block.level > 1);
    return isUnder && block.kind === 'table';
  });
}

const of = (language: 'fr' | 'en', facts = muchKnown): readonly Block[] =>
  documentOf(facts, language, 'impact').blocks;

it('says what the study says, and refers to the first page for what nobody said', () => {
  expect(textOf(documentOf(muchKnown, 'fr', 'impact'))).toContain('Marie Exemple, directrice');
  expect(textOf(documentOf(muchKnown, 'en', 'impact'))).toContain('vie.privee@coop.example');
  expect(textOf(documentOf(nothingKnown, 'en', 'impact'))).not.toContain('vie.privee@coop.example');
  expect(textOf(documentOf(nothingKnown, 'en', 'impact'))).toContain('see document 1');
});

describe.each(languages)('the impact assessment in %s', (language) => {
  it('has a level before and a level that remains, to confirm, for each risk', () => {
    const [risks] = tablesUnder(of(language), /^8\. /);
    const levels = language === 'fr' ? ['faible', 'moyen', 'élevé'] : ['low', 'medium', 'high'];
    expect(risks?.rows.length).toBeGreaterThanOrEqual(10);
    for (const [, before, ours, yours, after] of risks?.rows ?? []) {
      expect(levels).toContain(before);
      expect([ours, yours].every((one) => typeof one === 'string' && one.length > 10)).toBe(true);
      expect(after).toMatchObject({ kind: 'box', who: 'charge' });
      expect(levels.indexOf(sayLine(before))).toBeGreaterThan(
        levels.indexOf((after as { readonly fill: string }).fill),
      );
    }
  });

  it('has an action plan with an owner to confirm, a due date and room for the day it is done', () => {
    const [plan] = tablesUnder(of(language), /^9\. /);
    expect(plan?.rows.length).toBeGreaterThanOrEqual(8);
    for (const [, owner, due, done] of plan?.rows ?? []) {
      expect(owner).toMatchObject({ kind: 'box' });
      expect(due).toMatch(/\w/);
      expect(done).toBe('');
    }
  });

  it('ends with who was consulted, the opinion of the person in charge and the next review', () => {
    const [conclusion, signatures] = tablesUnder(of(language), /^10\. /);
    const kinds = conclusion?.rows.map(([, answer]) =>
      typeof answer === 'object' && 'kind' in answer ? answer.kind : 'text',
    );
    expect(kinds).toEqual(['choice', 'choice', 'confirm', 'text']);
    expect(conclusion?.rows[1]?.[1]).toMatchObject({ options: { length: 3 } });
    expect(signatures?.rows).toHaveLength(2);
  });

  it('asks what happens to somebody who refuses, about minors, and about each recipient outside the program', () => {
    const asked = questionsOf(of(language));
    const abouts = asked.map(({ about }) => about).join('\n');
    for (const about of language === 'fr'
      ? ['Ce que perd une personne qui ne joue pas', 'Ces personnes ici', 'Services Québec', 'employeur']
      : ['What a person loses by not playing', 'The people who play here', 'Services Québec', 'employer'])
      expect(abouts).toContain(about);
  });

  it('says for each purpose why its information is needed and what is not collected', () => {
    const [, necessity] = tablesUnder(of(language), /^2\. /);
    expect(necessity?.rows.length).toBeGreaterThanOrEqual(7);
    expect(necessity?.rows.every((row) => row.every((cell) => sayLine(cell).length > 3))).toBe(true);
  });

  it('draws the flow from the LMS to the gradebook with the names of this installation', () => {
    const [, flow] = tablesUnder(of(language), /^3\. /);
    const steps = flow?.rows.map(([step]) => sayLine(step)).join('\n') ?? '';
    expect(steps.match(/→/g)).toHaveLength(9);
    for (const name of ['Moodle du collège', 'lrs.universite.example', 'alertes.example'])
      expect(steps).toContain(name);
  });

  it('has a chapter on security: what the program does, and boxes for what the organisation does', () => {
    const [program] = tablesUnder(of(language), /^6\. /);
    expect(program?.rows.length).toBeGreaterThan(9);
    expect(questionsOf(of(language)).filter(({ kind }) => kind === 'tick')).toMatchObject([
      { who: 'operator', count: 8 },
    ]);
  });

  it('names identity checks, recourse, portability and both delays among the rights', () => {
    const text = textOf(documentOf(muchKnown, language, 'impact'));
    for (const word of language === 'fr'
      ? [
          'Vérification d’identité',
          'Commission d’accès à l’information',
          'Portabilité',
          '30 jours',
          '20 au secteur',
        ]
      : [
          'Identity check',
          'Commission d’accès à l’information',
          'Portability',
          '30 days',
          '20 in the public',
        ])
      expect(text).toContain(word);
  });
});
