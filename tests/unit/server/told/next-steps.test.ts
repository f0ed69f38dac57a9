import { describe, expect, it } from 'vitest';
import { addResources } from '../../../../server/reporting/next-steps.ts';
import { findNextSteps } from '../../../../server/told/next-steps.ts';
import { content } from '../../../support/s02.ts';
import { leftGoal, noticed, toldScene } from './told-scenes.ts';

describe('next small steps', () => {
  it('are two at most, the smallest share first, never about a strength', () => {
    const scenes = [toldScene('a', { OUT: [0, 2], INF: [1, 4], COM: [3, 4], SEC: [1, 2] })];
    const steps = (strengths: Parameters<typeof findNextSteps>[1]) =>
      findNextSteps(scenes, strengths).map(({ dimension }) => dimension);
    expect(steps([])).toEqual(['OUT', 'INF']);
    expect(steps(['OUT'])).toEqual(['INF', 'SEC']);
  });

  it('start where the share of points is, and name the scene with the most to earn', () => {
    const scenes = [
      toldScene('a', { SEC: [3, 4] }),
      toldScene('b', { SEC: [0, 2] }),
      toldScene('d', { SEC: [1, 4] }),
      toldScene('c', { INF: [3, 4] }),
    ];
    expect(findNextSteps(scenes, [])).toEqual([
      { dimension: 'SEC', stage: 2, practice: { fr: 'd', en: 'd' }, left: [] },
      { dimension: 'INF', stage: 4, practice: { fr: 'c', en: 'c' }, left: [] },
    ]);
  });

  it('begin with what is about a grave slip, with the address of links, in the scene of the slip', () => {
    const scenes = [
      toldScene('a', { SEC: [3, 4] }, [noticed('gives data', 3, 'SEC')]),
      toldScene('b', { SEC: [2, 4], INF: [0, 4], COM: [1, 4] }, [noticed('follows', 2, 'SEC')]),
    ];
    expect(findNextSteps(scenes, [])).toEqual([
      { dimension: 'SEC', stage: 2, practice: { fr: 'a', en: 'a' }, left: [] },
      { dimension: 'INF', stage: 1, practice: { fr: 'b', en: 'b' }, left: [] },
    ]);
  });

  it('say what was left to do in their scene, two goals at most, first those not begun', () => {
    const left = [
      leftGoal('a', 'INF', 'find it', true),
      leftGoal('a', 'COM', 'say it to all'),
      leftGoal('a', 'INF', 'tell Rosa'),
      leftGoal('a', 'INF', 'tell Rosa'),
      leftGoal('a', 'INF', 'name the page'),
    ];
    const [step] = findNextSteps([toldScene('a', { INF: [2, 4], COM: [1, 1] }, [], left)], []);
    expect(step?.left.map(({ en }) => en)).toEqual(['tell Rosa', 'name the page']);
  });

  it('keep the advice of their stage where nothing was shown yet, and after a grave slip', () => {
    const left = [leftGoal('a', 'SEC', 'report it')];
    const slip = [noticed('gives data', 3, 'SEC')];
    expect(findNextSteps([toldScene('a', { SEC: [0, 4] }, [], left)], [])[0]?.left).toEqual([]);
    expect(findNextSteps([toldScene('a', { SEC: [3, 4] }, slip, left)], [])[0]?.left).toEqual([]);
  });

  it('are none if everything was earned, or a dimension was not played', () => {
    expect(findNextSteps([toldScene('a', { SEC: [4, 4] })], [])).toEqual([]);
  });

  it('each have a resource of their dimension and stage, another one if possible', () => {
    const steps = findNextSteps([toldScene('a', { SEC: [0, 4], COM: [2, 4] })], []);
    const found = addResources(steps, content.resources, []);
    expect(found.map(({ dimension, stage }) => [dimension, stage])).toEqual([
      ['SEC', 1],
      ['COM', 3],
    ]);
    for (const { dimension, stage, resource } of found) {
      expect(resource?.dimension).toBe(dimension);
      expect(resource?.levels.from).toBeLessThanOrEqual(stage);
      expect(resource?.levels.to).toBeGreaterThanOrEqual(stage);
    }
    const again = addResources([...steps, ...steps], content.resources.slice(0, 0), []);
    expect(again.map(({ resource }) => resource)).toEqual([null, null, null, null]);
  });

  it('have a resource about AI only if the assistant was played', () => {
    const steps = findNextSteps([toldScene('a', { INF: [3, 4] })], []);
    const idsWith = (tags: readonly 'ai'[]) =>
      addResources(steps, content.resources, tags).map(({ resource }) => resource?.id);
    expect(idsWith([])).toEqual(['inf-media']);
    expect(idsWith(['ai'])).toEqual(['inf-ai-library']);
  });
});
