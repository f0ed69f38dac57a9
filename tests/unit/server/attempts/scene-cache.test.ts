import { describe, expect, it } from 'vitest';
import { createSceneCache } from '../../../../server/attempts/scene-cache.ts';
import type { AppStates, SceneState } from '../../../../scenarios/world/types.ts';

const apps: AppStates = { active: 'mail' };

/** A scene in which so many acts could be undone. */
function sceneAfter(acts: number, ended: SceneState['ended'] = null): SceneState {
  return { apps, past: Array.from({ length: acts }, () => apps), help: {}, ended };
}

describe('states kept of scenes', () => {
  it('are found up to where the log is stored', () => {
    const scenes = createSceneCache(() => 0);
    scenes.keep('a', '1', { throughSeq: 12, state: sceneAfter(3) });
    expect(scenes.find('a', '1', 12)?.state.past).toHaveLength(3);
    expect(scenes.find('a', '1', 40)?.throughSeq).toBe(12);
    expect([scenes.find('a', '2', 12), scenes.find('b', '1', 12)]).toEqual([undefined, undefined]);
  });

  it('are thrown away where the log is shorter than they tell: that is another log', () => {
    const scenes = createSceneCache(() => 0);
    scenes.keep('a', '1', { throughSeq: 12, state: sceneAfter(3) });
    expect(scenes.find('a', '1', 11)).toBeUndefined();
    expect(scenes.find('a', '1', 12)).toBeUndefined();
  });

  it('do not go back where requests end in another order than they were stored in', () => {
    const scenes = createSceneCache(() => 0);
    scenes.keep('a', '1', { throughSeq: 20, state: sceneAfter(5) });
    scenes.keep('a', '1', { throughSeq: 10, state: sceneAfter(2) });
    expect(scenes.find('a', '1', 20)?.throughSeq).toBe(20);
  });

  it('are let go when the scene ends', () => {
    const scenes = createSceneCache(() => 0);
    scenes.keep('a', '1', { throughSeq: 10, state: sceneAfter(2) });
    scenes.keep('a', '1', { throughSeq: 20, state: sceneAfter(5, 'done') });
    expect(scenes.find('a', '1', 20)).toBeUndefined();
  });

  it('are let go with their attempt, whichever scene it stood in, and with no other', () => {
    const scenes = createSceneCache(() => 0);
    for (const [attempt, scene] of [
      ['a', '1'],
      ['a', '2'],
      ['ab', '1'],
    ] as const) {
      scenes.keep(attempt, scene, { throughSeq: 10, state: sceneAfter(24_999) });
    }
    scenes.letGo('a');
    const found = (attempt: string, scene: string): boolean => scenes.find(attempt, scene, 10) !== undefined;
    expect([found('a', '1'), found('a', '2'), found('ab', '1')]).toEqual([false, false, true]);
    // Their room is free again.
    scenes.keep('c', '1', { throughSeq: 10, state: sceneAfter(24_999) });
    expect([found('ab', '1'), found('c', '1')]).toEqual([true, true]);
  });

  it('are let go half an hour after the last batch, with what was typed in them', () => {
    let now = 0;
    const scenes = createSceneCache(() => now);
    scenes.keep('a', '1', { throughSeq: 10, state: sceneAfter(2) });
    now = 30 * 60_000 - 1;
    expect(scenes.find('a', '1', 10)).toBeDefined();
    now += 1;
    expect(scenes.find('a', '1', 10)).toBeUndefined();
  });

  it('are let go each by its own last batch', () => {
    let now = 0;
    const scenes = createSceneCache(() => now);
    const keepAt = (minutes: number, attempt: string): void => {
      now = minutes * 60_000;
      scenes.keep(attempt, '1', { throughSeq: minutes + 1, state: sceneAfter(2) });
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

  it('take bounded room: those used longest ago go first, long scenes weigh more', () => {
    const scenes = createSceneCache(() => 0);
    scenes.keep('old', '1', { throughSeq: 1, state: sceneAfter(9_999) });
    scenes.keep('long', '1', { throughSeq: 1, state: sceneAfter(29_999) });
    scenes.keep('old', '1', { throughSeq: 2, state: sceneAfter(9_999) });
    scenes.keep('new', '1', { throughSeq: 1, state: sceneAfter(9_999) });
    expect(scenes.find('long', '1', 9)).toBeDefined();
    scenes.keep('newest', '1', { throughSeq: 1, state: sceneAfter(0) });
    const found = ['old', 'long', 'new', 'newest'].map((id) => scenes.find(id, '1', 9) !== undefined);
    expect(found).toEqual([true, false, true, true]);
  });
});
