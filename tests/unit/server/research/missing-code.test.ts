import { describe, expect, it } from 'vitest';
import type { SceneResult } from '../../../../scenarios/kit/log.ts';
import type { MissingCode } from '../../../../scenarios/kit/missing-codes.ts';
import { processOf } from '../../../../server/attempts/process.ts';
import { missingCodeOf } from '../../../../server/research/missing-code.ts';
import { sampleProgress } from '../../../contract/storage/sample-attempts.ts';

const versions = { worldVersion: 1, scoringVersion: 1 };

function codeOf(
  how: 'done' | 'skipped' | 'left' | null,
  status: 'waiting' | 'open' = 'waiting',
  pool?: string[],
  worlds: Readonly<Record<string, number>> = {},
) {
  const scene = { sceneId: '1', scenario: 's02-inbox', ...versions };
  const scenes = how === null ? [] : [{ scene, how, activeMs: 1, result: null, process: null }];
  const planned = pool === undefined ? [{ ...scene, status: how ?? status, fromSeq: 0 }] : [];
  const progress = sampleProgress(1, { scenes: planned, pool: pool ?? null });
  return missingCodeOf({ scenes, progress }, { worlds }, 's02-inbox');
}

describe('the code of a missing scene', () => {
  it('is none if it was played to its end, omitted if it was skipped, quit if it was left', () => {
    expect([codeOf('done'), codeOf('skipped'), codeOf('left')]).toEqual([null, 'omitted', 'quit']);
  });

  it('is not-reached if it was not begun, or is still being played', () => {
    expect([codeOf(null), codeOf(null, 'open')]).toEqual(['not-reached', 'not-reached']);
  });

  it('is not-reached if an adaptive form could have chosen it, otherwise not-in-form', () => {
    expect(codeOf(null, 'waiting', ['s02-inbox', 's03-tidy'])).toBe('not-reached');
    expect(codeOf(null, 'waiting', ['s03-tidy'])).toBe('not-in-form');
  });

  it('is not-in-form if another world version was played than the bank is about', () => {
    const other = { 's02-inbox': 2 };
    expect(codeOf('done', 'waiting', undefined, other)).toBe('not-in-form');
    expect(codeOf(null, 'waiting', undefined, other)).toBe('not-in-form');
    expect(codeOf('done', 'waiting', undefined, { 's02-inbox': 1 })).toBeNull();
  });

  it('is not-tried if the scene was flagged so and has no result, and none once staff counted it', () => {
    const scene = { sceneId: '1', scenario: 's02-inbox', ...versions };
    const flagged = {
      ...processOf([], { sceneId: '1', seed: 1, bankVersion: 1 }, 0),
      flags: ['not-tried'] as const,
    };
    const code = (result: SceneResult | null): MissingCode | null => {
      const scenes = [{ scene, how: 'done', activeMs: 1, result, process: flagged } as const];
      return missingCodeOf(
        { scenes, progress: sampleProgress(1, { pool: null }) },
        { worlds: {} },
        's02-inbox',
      );
    };
    expect(code(null)).toBe('not-tried');
    expect(code({ rules: [], items: [], misconceptions: [] })).toBeNull();
  });

  it('is of the last end, if the scene was left and then finished', () => {
    const scene = { sceneId: '1', scenario: 's02-inbox', ...versions };
    const ended = (how: 'done' | 'left') => ({ scene, how, activeMs: 1, result: null, process: null });
    const progress = sampleProgress(1, { pool: null });
    expect(
      missingCodeOf({ scenes: [ended('left'), ended('done')], progress }, { worlds: {} }, 's02-inbox'),
    ).toBeNull();
  });
});
