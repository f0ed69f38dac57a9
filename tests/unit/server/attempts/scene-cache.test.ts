import { describe, expect, it } from 'vitest';
import { createSceneCache } from '../../../../server/attempts/scene-cache.ts';
import type { AppStates, SceneState } from '../../../../scenarios/world/types.ts';

const apps: AppStates = { active: 'mail' };

/** A scene with this many actions to undo. */
function sceneAfter(acts: number, ended: SceneState['ended'] = null): SceneState {
  return { apps, past: { length: acts, newest: null }, help: {}, ended };
}

describe('cached scene states', () => {
  it('are found if the log is stored up to them', () => {
    const scenes = createSceneCache(() => 0);
    scenes.store('a', '1', { throughSeq: 12, state: sceneAfter(3) });
    expect(scenes.find('a', '1', 12)?.state.past).toHaveLength(3);
    expect(scenes.find('a', '1', 40)?.throughSeq).toBe(12);
    expect([scenes.find('a', '2', 12), scenes.find('b', '1', 12)]).toEqual([undefined, undefined]);
  });

  it('are dropped when the log is shorter than they say, since it is another log', () => {
    const scenes = createSceneCache(() => 0);
    scenes.store('a', '1', { throughSeq: 12, state: sceneAfter(3) });
    expect(scenes.find('a', '1', 11)).toBeUndefined();
    expect(scenes.find('a', '1', 12)).toBeUndefined();
  });

  it('keep the newer state when requests finish out of order', () => {
    const scenes = createSceneCache(() => 0);
    scenes.store('a', '1', { throughSeq: 20, state: sceneAfter(5) });
    scenes.store('a', '1', { throughSeq: 10, state: sceneAfter(2) });
    expect(scenes.find('a', '1', 20)?.throughSeq).toBe(20);
  });

  it('are dropped when the scene ends', () => {
    const scenes = createSceneCache(() => 0);
    scenes.store('a', '1', { throughSeq: 10, state: sceneAfter(2) });
    scenes.store('a', '1', { throughSeq: 20, state: sceneAfter(5, 'done') });
    expect(scenes.find('a', '1', 20)).toBeUndefined();
  });

  it('are dropped with their attempt and no other', () => {
    const scenes = createSceneCache(() => 0);
    for (const [attempt, scene] of [
      ['a', '1'],
      ['a', '2'],
      ['ab', '1'],
    ] as const) {
      scenes.store(attempt, scene, { throughSeq: 10, state: sceneAfter(24_999) });
    }
    scenes.forget('a');
    const found = (attempt: string, scene: string): boolean => scenes.find(attempt, scene, 10) !== undefined;
    expect([found('a', '1'), found('a', '2'), found('ab', '1')]).toEqual([false, false, true]);
    // Their memory is free again.
    scenes.store('c', '1', { throughSeq: 10, state: sceneAfter(24_999) });
    expect([found('ab', '1'), found('c', '1')]).toEqual([true, true]);
  });

  it('are dropped half an hour after the last batch, with the text typed in them', () => {
    let now = 0;
    const scenes = createSceneCache(() => now);
    scenes.store('a', '1', { throughSeq: 10, state: sceneAfter(2) });
    now = 30 * 60_000 - 1;
    expect(scenes.find('a', '1', 10)).toBeDefined();
    now += 1;
    expect(scenes.find('a', '1', 10)).toBeUndefined();
  });

  it('expire one by one, each after its own last batch', () => {
    let now = 0;
    const scenes = createSceneCache(() => now);
    const keepAt = (minutes: number, attempt: string): void => {
      now = minutes * 60_000;
      scenes.store(attempt, '1', { throughSeq: minutes + 1, state: sceneAfter(2) });
    };
    keepAt(0, 'a');
    keepAt(10, 'b');
    keepAt(20, 'a');
    const foundAt = (minutes: number): boolean[] => {
      now = minutes * 60_000;
      return ['a', 'b'].map((attempt) => scenes.find(attempt, '1', 99) !== undefined);
    };
    expect([foundAt(39), foundAt(40), foundAt(49), foundAt(50)]).toEqual([
      [true, true],
      [true, false],
      [true, false],
      [false, false],
    ]);
  });

  it('take limited memory: least recently used ones go first, long scenes weigh more', () => {
    const scenes = createSceneCache(() => 0);
    scenes.store('old', '1', { throughSeq: 1, state: sceneAfter(9_999) });
    scenes.store('long', '1', { throughSeq: 1, state: sceneAfter(29_999) });
    scenes.store('old', '1', { throughSeq: 2, state: sceneAfter(9_999) });
    scenes.store('new', '1', { throughSeq: 1, state: sceneAfter(9_999) });
    expect(scenes.find('long', '1', 9)).toBeDefined();
    scenes.store('newest', '1', { throughSeq: 1, state: sceneAfter(0) });
    const found = ['old', 'long', 'new', 'newest'].map((id) => scenes.find(id, '1', 9) !== undefined);
    expect(found).toEqual([true, false, true, true]);
  });
});
