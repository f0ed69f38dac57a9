/** The evidence of S03 beyond its plays: names in many spellings, and any order of independent acts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateScene } from '../../../../scenarios/evidence/evaluate.ts';
import { observeShortPlay } from '../../../support/short-plays.ts';
import type { SceneResult } from '../../../../scenarios/kit/log.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { content } from '../../../support/s02.ts';

const version = { scenario: 's03-tidy', worldVersion: 1, scoringVersion: 1 };
const evidence = content.evidence(version);

function result(seed: number, actions: readonly WorldAction[]): SceneResult {
  const { world } = content.publicScene('s03-tidy', 1, seed);
  const played = observeShortPlay(evidence.vocabulary, world, actions);
  return evaluateScene(evidence, { world, ...played, skipped: false });
}

function fired(seed: number, ...actions: readonly WorldAction[]): string[] {
  return result(seed, actions).rules.flatMap(({ rule, fired: is }) => (is ? [rule] : []));
}

const rename = (typed: string): WorldAction => ({ app: 'files', type: 'rename', itemId: 'w18', typed });
const move: WorldAction = { app: 'files', type: 'move', itemId: 'w18', folderId: 'r3' };
const restore: WorldAction = { app: 'files', type: 'restore', itemId: 'w25' };

describe('e2: the name of the month', () => {
  it.each([
    [0, 'Horaire mai'],
    [0, 'horaire de mai 2026'],
    [0, 'HORRAIRE_MAI.pdf'],
    [0, 'horairemai'],
    [0, 'May schedule'],
    [1, 'Horaires juin'],
    [1, 'shedule june'],
    [2, 'Horaire d’octobre'],
    [2, 'horaire octobe'],
    [3, 'Horaire du mois de mars'],
    [3, 'March Schedule'],
  ])('is found in variant %i in « %s »', (seed, name) => {
    expect(fired(seed, rename(name))).toContain('e2');
  });

  it.each([
    [0, 'Horaire juin'],
    [1, 'Horaire mai'],
    [0, 'Horaire'],
    [0, 'mai'],
    [0, 'scan0045'],
    [0, 'Horaire mai juin'],
  ])('is not found in variant %i in « %s »', (seed, name) => {
    expect(fired(seed, rename(name))).not.toContain('e2');
  });
});

describe('the order of independent actions', () => {
  it('does not change the points', () => {
    const acts = [rename('Horaire mai'), move, restore];
    fc.assert(
      fc.property(fc.shuffledSubarray(acts, { minLength: 3 }), (shuffled) => {
        expect(result(0, shuffled).items.map(({ points }) => points)).toEqual([4, 1]);
        expect(result(0, shuffled).misconceptions).toEqual([]);
      }),
    );
  });
});

describe('e4: nothing else is lost', () => {
  it('is earned by careful actions, not by doing nothing', () => {
    expect(fired(0)).toEqual([]);
    expect(fired(0, { app: 'files', type: 'cut', itemId: 'w18' })).toEqual(['e5']);
    expect(fired(0, move)).toEqual(['e3', 'e4', 'e5']);
  });

  it('is not earned if a folder is deleted with other files in it', () => {
    expect(fired(0, restore, { app: 'files', type: 'delete', itemId: 'r5' })).toEqual(['e1']);
  });
});
