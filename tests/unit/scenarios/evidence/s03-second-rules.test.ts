/** S03, second version: names in many spellings, any order of independent acts, and nothing else disturbed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateScene } from '../../../../scenarios/evidence/evaluate.ts';
import type { SceneResult } from '../../../../scenarios/kit/log.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { content } from '../../../support/s02.ts';
import { observeShortPlay } from '../../../support/short-plays.ts';

const evidence = content.evidence({ scenario: 's03-tidy', worldVersion: 2, scoringVersion: 1 });

function result(seed: number, actions: readonly WorldAction[]): SceneResult {
  const { world } = content.publicScene('s03-tidy', 2, seed);
  const played = observeShortPlay(evidence.vocabulary, world, actions);
  return evaluateScene(evidence, { world, ...played, skipped: false });
}

function fired(seed: number, ...actions: readonly WorldAction[]): string[] {
  return result(seed, actions).rules.flatMap(({ rule, fired: is }) => (is ? [rule] : []));
}

const rename = (typed: string, itemId = 'w18'): WorldAction => ({
  app: 'files',
  type: 'rename',
  itemId,
  typed,
});
const move: WorldAction = { app: 'files', type: 'move', itemId: 'w18', folderId: 'r3' };
const restore: WorldAction = { app: 'files', type: 'restore', itemId: 'w25' };

it('tells the two lists apart by one word in each variant and language, the right one never first', () => {
  for (const seed of [0, 1, 2, 3]) {
    const { texts } = content.publicScene('s03-tidy', 2, seed);
    for (const each of [texts.fr, texts.en]) {
      const [right = '', other = ''] = ['file.w25.name', 'file.w26.name'].map((key) => each[key] ?? '');
      expect(right.split(' ').filter((word) => !other.split(' ').includes(word))).toHaveLength(1);
      expect(other.localeCompare(right)).toBeLessThan(0);
    }
  }
});

describe('e2: the name of the month', () => {
  it.each([
    [0, 'Horaire mai'],
    [0, 'horaire de mai 2031'],
    [0, 'HORRAIRE_MAI.pdf'],
    [0, 'orère 05'],
    [0, 'May schedule'],
    [1, 'cédule de juin'],
    [2, 'horaire octobe'],
    [3, 'Horaire du mois de mars'],
  ])('is found in variant %i in « %s »', (seed, name) => {
    expect(fired(seed, rename(name))).toContain('e2');
  });

  it.each([
    [0, 'Horaire juin'],
    [0, 'Horaire 06'],
    [0, 'Horaire'],
    [0, 'mai'],
    [0, 'scan0045'],
    [0, 'Horaire mai juin'],
  ])('is not found in variant %i in « %s »', (seed, name) => {
    expect(fired(seed, rename(name))).not.toContain('e2');
  });
});

it('gives all points in any order of independent acts', () => {
  const acts = [rename('Horaire mai'), move, restore];
  fc.assert(
    fc.property(fc.shuffledSubarray(acts, { minLength: 3 }), (shuffled) => {
      expect(result(0, shuffled).items.map(({ points }) => points)).toEqual([4, 1]);
      expect(result(0, shuffled).misconceptions).toEqual([]);
    }),
  );
});

describe('e4: nothing else is disturbed', () => {
  it('is not earned without a file of the task', () => {
    expect(fired(0, { app: 'files', type: 'restore', itemId: 'w27' })).toEqual([]);
    expect(fired(0, restore)).toEqual(['e1', 'e4']);
  });

  it.each<WorldAction>([
    rename('Facture', 'w19'),
    rename('Scans', 'r4'),
    { app: 'files', type: 'move', itemId: 'w2', folderId: 'r1' },
    { app: 'files', type: 'delete', itemId: 'r5' },
    { app: 'files', type: 'restore', itemId: 'w27' },
    { app: 'files', type: 'delete-for-good', itemId: 'w27' },
  ])('is lost by $type of $itemId', (slip) => {
    expect(fired(0, restore, slip)).not.toContain('e4');
    expect(fired(0, slip, { app: 'desk', type: 'undo' }, restore)).toContain('e4');
  });
});
