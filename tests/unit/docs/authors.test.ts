/** The example that authors begin with is sound, and can be played to a full score. */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkThoroughly } from '../../../scenarios/checks/check-scenario.ts';
import { evaluateScene } from '../../../scenarios/evidence/evaluate.ts';
import { observePlay } from '../../../scenarios/evidence/observe-play.ts';
import { loadContent } from '../../../server/content/load.ts';
import { authorsFolder, rulesOf, writeAuthorsScene } from '../../support/authors-scene.ts';

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
  it('are the same in both languages', () => {
    const block = rulesOf('fr/ecrire-un-scenario.md');
    expect(block).toContain('rules:');
    expect(rulesOf('en/writing-a-scenario.md')).toBe(block);
  });

  it('keep the laws on the scene that `scenario new` begins, once the other files are written', () => {
    const { errors, warnings } = checkThoroughly(authorsFolder, writeAuthorsScene());
    expect([...errors, ...warnings]).toEqual([]);
  });
});
