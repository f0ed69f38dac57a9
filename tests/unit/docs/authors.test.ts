/** The example that authors begin with is sound, and can be played to a full score. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { checkScenario } from '../../../scenarios/checks/check-scenario.ts';
import { evaluateScene } from '../../../scenarios/evidence/evaluate.ts';
import { observePlay } from '../../../scenarios/evidence/observe-play.ts';
import { renderSkeleton } from '../../../scenarios/schema/skeleton.ts';
import { loadContent } from '../../../server/content/load.ts';

const example = resolve(import.meta.dirname, '../../../docs/authors/example');
const content = loadContent(example);

describe('the example scenario for authors', () => {
  it('passes the checks without findings', () => {
    expect(content.problems).toEqual([]);
    expect(content.getForm('example').scenes).toEqual(['x01-thanks']);
  });

  it.each([0, 1])('can be played to a full score with seed %i', (seed) => {
    const evidence = content.evidence({ scenario: 'x01-thanks', worldVersion: 1, scoringVersion: 1 });
    const { world } = content.publicScene('x01-thanks', 1, seed);
    const { state, actions, refused } = observePlay(evidence.vocabulary, world, [
      { app: 'mail', type: 'open', messageId: 'm1' },
      { app: 'mail', type: 'reply', messageId: 'm1' },
      { app: 'mail', type: 'write', typed: 'Merci!' },
      { app: 'mail', type: 'send' },
      { app: 'desk', type: 'done' },
    ]);
    expect(refused).toEqual([]);
    const { items } = evaluateScene(evidence, { world, state, actions, skipped: false });
    expect(items).toEqual([{ item: 'x01-com', dimension: 'COM', points: 2, max: 2, skipped: false }]);
  });
});

describe('the three rules of the page', () => {
  const rulesOf = (page: string): string => {
    const text = readFileSync(join(example, '..', page), 'utf8');
    return /```yaml\n# evidence\.yaml\n(.*?)```/s.exec(text)?.[1] ?? '';
  };
  const block = rulesOf('fr/ecrire-un-scenario.md');

  it('are the same in both languages', () => {
    expect(block).toContain('rules:');
    expect(rulesOf('en/writing-a-scenario.md')).toBe(block);
  });

  it('measure the scene that `scenario new` begins, once their texts and plays are written', () => {
    const files = renderSkeleton({ id: 'x10-mine', apps: ['phone', 'browser'], schemaOf: (name) => name });
    const change = (name: string, more: object): string =>
      stringify({ ...(parse(files[name] ?? '') as object), ...more });
    const plays = (parse(files['plays.yaml'] ?? '') as { readonly plays: readonly PlayLines[] }).plays;
    const [first] = plays;
    const send = first?.actions.findIndex(({ type }) => type === 'note-send') ?? -1;
    const source = { app: 'browser', type: 'note-source', pageId: 'w2' };
    const texts = { 'rule.e1': 'E1.', 'rule.e2': 'E2.', 'rule.e3': 'E3.' };
    const { errors } = checkScenario('x10-mine/v1', {
      'world.yaml': files['world.yaml']?.replace('scored: false\n', ''),
      'world.fr.yaml': files['world.fr.yaml'],
      'world.en.yaml': files['world.en.yaml'],
      'evidence.yaml': change('evidence.yaml', parse(block) as object),
      'evidence.fr.yaml': change('evidence.fr.yaml', { texts }),
      'evidence.en.yaml': change('evidence.en.yaml', { texts }),
      'plays.yaml': change('plays.yaml', {
        plays: [
          { ...first, fires: ['e1', 'e3'] },
          {
            ...first,
            id: 'names-it',
            actions: first?.actions.toSpliced(send, 0, source),
            fires: ['e1', 'e2', 'e3'],
          },
          { id: 'nothing', about: 'Ends at once.', actions: [{ app: 'desk', type: 'done' }], fires: [] },
        ],
      }),
    });
    expect(errors).toEqual([]);
  });
});

interface PlayLines {
  readonly actions: readonly { readonly app: string; readonly type: string }[];
}
