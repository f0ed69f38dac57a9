/** A value of a variant stands in many texts: a finding about it names the value. */
import { describe, expect, it } from 'vitest';
import { explainFinding } from '../../../../server/cli/words/law-findings.ts';
import { type Edit, edited, findingsIn, lawTexts } from '../../../support/law-scene.ts';

const inEnglish = (day: string): Edit => ['world.en.yaml', 'v1: { day: Monday', `v1: { day: '${day}'`];

describe('a value of a variant', () => {
  it('has one finding, at its own line, when its typography is wrong in several texts', () => {
    const texts = edited([
      inEnglish('5:30 p.m.'),
      ['world.en.yaml', 'goal.2: Write', 'goal.2: By {day} write'],
      ['world.en.yaml', 'goal.1: Report', 'goal.1: By {day} report'],
    ]);
    const found = findingsIn(texts);
    const lines = (lawTexts['world.en.yaml'] ?? '').split('\n');
    expect(found).toMatchObject([
      {
        code: 'text.typesetting',
        file: 'x02-two-warnings/v1/world.en.yaml',
        line: 1 + lines.findIndex((line) => line.startsWith('  v1:')),
        params: { fault: 'in-value', name: 'day', variant: 'v1', value: '5:30 p.m.' },
      },
    ]);
    expect(found.map((problem) => explainFinding(problem, 'en'))).toEqual([
      'Typesetting in {day} of the variant v1 (“5:30 p.m.”): a non-breaking space (\\_) between a number and its unit.',
    ]);
    expect(found.map((problem) => explainFinding(problem, 'fr'))).toEqual([
      'Typographie dans {day} de la variante v1 («\u00A05:30 p.m.\u00A0»)\u00A0: une espace insécable (\\_) entre un nombre et son unité.',
    ]);
  });

  it('leaves the finding to the text when the text itself has the fault', () => {
    const texts = edited([
      inEnglish('5:30 p.m.'),
      ['world.en.yaml', 'goal.2: Write', 'goal.2: At 6 p.m. on {day} write'],
    ]);
    const found = findingsIn(texts);
    expect(found.map(({ params }) => [params.key, params.name])).toContainEqual(['goal.2', undefined]);
  });

  it('leaves the finding to the text when only the two together have the fault', () => {
    const texts = edited([inEnglish('5'), ['world.en.yaml', 'goal.2: Write', 'goal.2: In {day} min write']]);
    expect(findingsIn(texts)).toMatchObject([{ code: 'text.typesetting', params: { key: 'goal.2' } }]);
  });

  it('has a finding in world.yaml when its value there is for both languages', () => {
    const from = /- \{ id: v1[^\n]*/.exec(lawTexts['world.yaml'] ?? '')?.[0] ?? '';
    const texts = edited([
      ['world.yaml', from, "- { id: v1, values: { late: '5 min' } }"],
      ['world.yaml', 'id: v2', "id: v2, values: { late: '5' }"],
      ['world.en.yaml', 'goal.2: Write', 'goal.2: In {late} write'],
      ['world.fr.yaml', 'goal.2: ', 'goal.2: Dans {late}, '],
    ]);
    const found = findingsIn(texts).filter(({ code }) => code === 'text.typesetting');
    expect(found).toMatchObject([
      { file: 'x02-two-warnings/v1/world.yaml', params: { name: 'late', variant: 'v1' } },
    ]);
    expect(found).toHaveLength(1);
  });

  it('is named when it holds a word that judges, or an anglicism', () => {
    const texts = edited([
      inEnglish('wrong day'),
      ['world.en.yaml', 'goal.2: Write', 'goal.2: On a {day} write'],
    ]);
    expect(findingsIn(texts).map((problem) => explainFinding(problem, 'en'))).toContain(
      'In {day} of the variant v1, “wrong” judges the person. Say what happened.',
    );
  });
});
