/** What the reader of YAML finds: one fault often upsets all lines after it. */
import { describe, expect, it } from 'vitest';
import { explainFinding } from '../../../../server/cli/words/law-findings.ts';
import { edited, findingsIn, lawTexts } from '../../../support/law-scene.ts';

/** From 1. */
function lineOf(file: 'routes.yaml' | 'world.en.yaml', part: string): number {
  const [before = ''] = (lawTexts[file] ?? '').split(part);
  return before.split('\n').length;
}

describe('a file that is not YAML', () => {
  const firstPress = '{ app: mail, type: open, messageId: m2 }';

  it('has one finding when a text with braces stands without quotes', () => {
    const typed = '{ app: mail, type: write, typed: salut ca ferme a {time} }';
    const found = findingsIn(edited([['routes.yaml', firstPress, typed]]));
    expect(found).toMatchObject([
      {
        code: 'file.not-yaml',
        file: 'x02-two-warnings/v1/routes.yaml',
        line: lineOf('routes.yaml', firstPress),
        params: { fault: 'brace' },
      },
    ]);
    const said = found.map((problem) => explainFinding(problem, 'en'));
    expect(said).toEqual(["A text with { } goes between straight quotes, such as 'at {time}'."]);
  });

  it('has one finding, about the indent, when the next line is indented more', () => {
    const found = findingsIn(edited([['world.en.yaml', '  title: Four emails', 'title: Four emails']]));
    expect(found).toMatchObject([
      { code: 'file.not-yaml', line: lineOf('world.en.yaml', '  title:'), params: { fault: 'deeper' } },
    ]);
    const said = found.map((problem) => explainFinding(problem, 'fr'));
    expect(said.join()).toMatch(/^La ligne d’après est plus en retrait\. Alignez les deux, ou/);
  });

  it('is told about the colon when a text on one line contains it', () => {
    const found = findingsIn(edited([['world.en.yaml', 'title: Four emails', 'title: Today: emails']]));
    expect(found).toMatchObject([{ params: { fault: 'colon' } }]);
  });

  it('has a finding for each file when two files have a fault', () => {
    const found = findingsIn(
      edited([
        ['world.fr.yaml', '  title:', 'title:'],
        ['world.en.yaml', '  title:', 'title:'],
      ]),
    );
    expect(found.map(({ file }) => file)).toEqual([
      'x02-two-warnings/v1/world.fr.yaml',
      'x02-two-warnings/v1/world.en.yaml',
    ]);
  });

  it('has the first fault of the file when there are two', () => {
    const found = findingsIn(
      edited([
        ['world.yaml', 'place: office', 'place: @office'],
        ['world.yaml', 'minutes: 2', 'minutes: @2'],
      ]),
    );
    expect(found).toHaveLength(1);
  });
});
