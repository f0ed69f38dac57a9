import { describe, expect, it } from 'vitest';
import type { SceneChoice } from '../../../../scenarios/kit/log.ts';
import type { PlayedScene } from '../../../../scenarios/measurement/measure.ts';
import { information } from '../../../../scenarios/measurement/models.ts';
import {
  type SceneFacts,
  type Selection,
  chooseScene,
  type SelectionState,
} from '../../../../scenarios/measurement/choose-scene.ts';
import {
  bank,
  catalogue,
  idOf,
  play,
  rules,
  standingAfter,
  written,
} from '../../../support/selection-sample.ts';

/** One step of an attempt: half the points everywhere unless given. */
type Step = string | readonly [number: string, share: number];

function played(...steps: readonly Step[]): PlayedScene[] {
  return steps.map((step) => (typeof step === 'string' ? play(step, 0.5) : play(...step)));
}

function next(standing: SelectionState): string {
  const selection = chooseScene(standing, rules);
  return 'next' in selection ? selection.next.slice(0, 3) : selection.stop;
}

function choiceOf(selection: Selection): Extract<SceneChoice, { by: 'information' }> {
  if (!('next' in selection) || selection.choice.by !== 'information') {
    throw new Error(`not chosen by information: ${JSON.stringify(selection)}`);
  }
  return selection.choice;
}

/** The candidates that can be chosen, over many seeds. */
function reachable(standing: SelectionState): Set<string> {
  const seeds = Array.from({ length: 60 }, (_, index) => `seed-${index}`);
  return new Set(seeds.map((seed) => next({ ...standing, seed })));
}

const core = ['s02', 's03', 's05'] as const;
const without = (...numbers: readonly string[]): SceneFacts[] =>
  catalogue.filter(({ scenario }) => !numbers.includes(scenario.slice(0, 3)));

describe('the catalogue', () => {
  it('has sixteen scored scenes of about 75 minutes in all, each either written or planned', () => {
    expect(catalogue.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(75);
    expect(new Set(catalogue.map(({ scenario }) => scenario)).size).toBe(16);
    expect(new Set(bank.items.map(({ scenario }) => scenario))).toEqual(
      new Set(catalogue.map(({ scenario }) => scenario)),
    );
  });

  it('knows from tags in the evidence which scenes require much reading', () => {
    const heavy = catalogue.filter(({ heavyReading }) => heavyReading).map(({ scenario }) => scenario);
    expect(heavy).toEqual(['s05', 's07', 's13'].map(idOf));
  });
});

describe('the common core', () => {
  it('comes first, in its order, whatever the answers', () => {
    expect(next(standingAfter([]))).toBe('s02');
    expect(next(standingAfter(played(['s02', 0])))).toBe('s03');
    expect(next(standingAfter(played(['s02', 1], ['s03', 0])))).toBe('s05');
    expect(chooseScene(standingAfter([]), rules)).toMatchObject({ choice: { by: 'core' } });
  });

  it('has only the scenes that exist', () => {
    expect(next(standingAfter([], without('s02', 's05')))).toBe('s03');
  });
});

describe('the next scene', () => {
  it('is among the three with the highest value per minute, best first', () => {
    const standing = standingAfter(played(...core, 's04', 's10'));
    const { best, narrowedBy } = choiceOf(chooseScene(standing, rules));
    expect([best.length, narrowedBy]).toEqual([3, []]);
    const { dimensions } = standing.abilities;
    const worth = ({ scenario, minutes }: SceneFacts): number =>
      bank.items
        .filter((item) => item.scenario === scenario)
        .map(
          (item) =>
            dimensions[item.dimension].se ** 2 * information(item, dimensions[item.dimension].theta - 0.5),
        )
        .reduce((sum, one) => sum + one, 0) / minutes;
    const expected = standing.candidates
      .map((scene) => ({ scenario: scene.scenario, worth: worth(scene) }))
      .sort((one, other) => other.worth - one.worth)
      .slice(0, 3);
    expect(best.map(({ scenario }) => scenario)).toEqual(expected.map(({ scenario }) => scenario));
    best.forEach((one, index) => {
      expect(one.worth).toBeCloseTo(expected[index]?.worth ?? 0, 4);
    });
    expect(reachable(standing)).toEqual(new Set(best.map(({ scenario }) => scenario.slice(0, 3))));
  });

  it('is the same for the same attempt and state, and may differ for another attempt', () => {
    const standing = standingAfter(played(...core, 's04', 's10'));
    expect(chooseScene(standing, rules)).toEqual(chooseScene(structuredClone(standing), rules));
    expect(reachable(standing).size).toBeGreaterThan(1);
  });

  it('does not depend on the order of the candidates', () => {
    const standing = standingAfter(played(...core));
    const turned = { ...standing, candidates: standing.candidates.toReversed() };
    expect(chooseScene(turned, rules)).toEqual(chooseScene(standing, rules));
  });

  it('is easier for a person with few points than for one with all', () => {
    const first = (share: number): number => {
      const steps = [...core, 's04', 's10'].map((number): Step => [number, share]);
      const { best } = choiceOf(chooseScene(standingAfter(played(...steps)), rules));
      const items = bank.items.filter(({ scenario }) => scenario === best[0]?.scenario);
      const all = items.flatMap(({ steps: own }) => own);
      return all.reduce((sum, step) => sum + step, 0) / all.length;
    };
    expect(first(0.25)).toBeLessThan(first(1));
  });

  it('measures an unknown dimension before one that is known a little', () => {
    const standing = standingAfter(played(...core));
    const { narrowedBy, best } = choiceOf(chooseScene(standing, rules));
    expect(narrowedBy).toContain('balance');
    // PRO and RES follow the core.
    for (const { scenario } of best) {
      const own = bank.items.filter((item) => item.scenario === scenario).map(({ dimension }) => dimension);
      expect([scenario, own.includes('PRO') || own.includes('RES')]).toEqual([scenario, true]);
    }
  });
});

describe('two scenes with much reading', () => {
  it('do not follow each other', () => {
    for (const reached of reachable(standingAfter(played('s02', 's03', 's05')))) {
      expect(['s07', 's13']).not.toContain(reached);
    }
  });

  it('do so if nothing else is left', () => {
    const scenes = catalogue.filter(({ scenario }) => /^s(02|03|05|07|13)/.test(scenario));
    expect(reachable(standingAfter(played(...core), scenes))).toEqual(new Set(['s07', 's13']));
  });
});

describe('after a scene without a point', () => {
  const nothingRight = ['s02', 's03', 's05', 's01', 's04'].map((number): Step => [number, 0]);

  it('the next one has a first step within reach', () => {
    const standing = standingAfter(played(...nothingRight));
    const { narrowedBy } = choiceOf(chooseScene(standing, rules));
    expect(narrowedBy).toContain('win');
    for (const reached of reachable(standing)) {
      const own = bank.items.filter(({ scenario }) => scenario.startsWith(reached));
      const isWithinReach = own.some(
        ({ dimension, steps: [first = 9] }) => first <= standing.abilities.dimensions[dimension].theta - 1,
      );
      expect([reached, isWithinReach]).toEqual([reached, true]);
    }
  });

  it('the next one may be any if none is within reach', () => {
    const hard = catalogue.filter(({ scenario }) => /^s(09|13|15)/.test(scenario));
    const standing = standingAfter(played(...nothingRight), hard);
    expect(choiceOf(chooseScene(standing, rules)).narrowedBy).not.toContain('win');
  });

  it('this applies only to the scene that just ended', () => {
    const standing = standingAfter(played(['s02', 0], 's03', 's05', 's04', 's10'));
    expect(choiceOf(chooseScene(standing, rules)).narrowedBy).not.toContain('win');
  });
});

describe('a person who only uses touch', () => {
  it('starts with the scene made for a phone, once it exists', () => {
    expect(next(standingAfter([], catalogue, { byTouch: true }))).toBe('s14');
    expect(next(standingAfter([], written, { byTouch: true }))).toBe('s02');
    expect(next(standingAfter(played('s14'), catalogue, { byTouch: true }))).toBe('s02');
  });

  it('gets scenes for a computer last, in the core too', () => {
    const needComputer = ['s02', 's14'];
    const scenes = catalogue.map((scene) =>
      needComputer.includes(scene.scenario.slice(0, 3))
        ? { ...scene, access: { ...scene.access, phone: false } }
        : scene,
    );
    expect(next(standingAfter([], scenes, { byTouch: true }))).toBe('s03');
    expect(next(standingAfter([], scenes))).toBe('s02');
    const rest = scenes.filter(({ access }) => !access.phone);
    expect(next(standingAfter([], rest, { byTouch: true }))).toBe('s14');
  });
});

describe('the access needs of a person', () => {
  const blind = (scene: SceneFacts): SceneFacts =>
    ['s02', 's08'].includes(scene.scenario.slice(0, 3))
      ? { ...scene, access: { ...scene.access, screenReader: false } }
      : scene;
  const scenes = catalogue.map(blind);

  it('are always met: another scene comes instead, in the core too', () => {
    expect(next(standingAfter([], scenes, { needs: ['screenReader'] }))).toBe('s03');
    expect(next(standingAfter([], scenes, { needs: ['keyboard'] }))).toBe('s02');
  });

  it('end the form if no further scene meets them', () => {
    const only = scenes.filter(({ scenario }) => /^s0[28]/.test(scenario));
    expect(next(standingAfter([], only, { needs: ['screenReader'] }))).toBe('nothing-left');
  });
});

describe('an adaptive form ends', () => {
  /** Eleven scenes that cover every dimension. */
  const eleven = ['s02', 's03', 's05', 's04', 's06', 's07', 's08', 's10', 's11', 's12', 's13'];
  const surely = (standing: SelectionState, se: number, overallSe: number): SelectionState => ({
    ...standing,
    abilities: {
      overall: { theta: 0, se: overallSe },
      dimensions: Object.fromEntries(
        Object.entries(standing.abilities.dimensions).map(([name, { theta }]) => [name, { theta, se }]),
      ) as SelectionState['abilities']['dimensions'],
    },
  });

  it('when it is precise: eight scenes, every dimension covered, every error small enough', () => {
    const eight = standingAfter(played(...eleven.slice(0, 8)));
    const covered = standingAfter(played(...eleven.slice(0, 9)));
    // After eight scenes PRO has only S04: one item of four points.
    expect(next(surely(eight, 0.6, 0.3))).not.toBe('precise');
    expect(next(surely(standingAfter(played(...eleven)), 0.6, 0.3))).toBe('precise');
    expect(next(surely(standingAfter(played(...eleven)), 0.61, 0.3))).not.toBe('precise');
    expect(next(surely(standingAfter(played(...eleven)), 0.6, 0.31))).not.toBe('precise');
    expect(next(surely(covered, 0.6, 0.3))).toBe('precise');
    expect(next(surely(standingAfter(played(...eleven.slice(0, 7))), 0.1, 0.1))).not.toBe('precise');
  });

  it('after twelve scenes', () => {
    expect(next(standingAfter(played(...eleven)))).not.toBe('scenes');
    expect(next(standingAfter(played(...eleven, 's01')))).toBe('scenes');
  });

  it('after sixty active minutes', () => {
    const after = (activeMs: number): string => next(standingAfter(played('s02'), catalogue, { activeMs }));
    expect(after(60 * 60_000 - 1)).toBe('s03');
    expect(after(60 * 60_000)).toBe('time');
  });

  it('when nothing is left: after all seven that are written', () => {
    const seven = written.map(({ scenario }) => scenario.slice(0, 3));
    expect(next(standingAfter(played(...seven), written))).toBe('nothing-left');
  });
});

describe('a whole attempt', () => {
  /** Plays an attempt to its end with the points of a recorded vector. */
  function walk(scenes: readonly SceneFacts[], shareOf: (number: string) => number, seed: string): string[] {
    const steps: [string, number][] = [];
    for (;;) {
      const last = next(standingAfter(played(...steps), scenes, { seed }));
      if (!/^s\d\d$/.test(last)) return [...steps.map(([number]) => number), last];
      steps.push([last, shareOf(last)]);
    }
  }

  const vectors: readonly (readonly [string, (number: string) => number])[] = [
    ['nothing right', () => 0],
    ['half', () => 0.5],
    ['everything right', () => 1],
    ['every other scene', (number) => Number(number.slice(1)) % 2],
  ];

  it.each(vectors)('with %s plays the seven that are written, each once, the core first', (_, shareOf) => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const way = walk(written, shareOf, seed);
      expect(way.slice(0, 3)).toEqual([...core]);
      expect(way.at(-1)).toBe('nothing-left');
      expect(new Set(way.slice(0, -1)).size).toBe(7);
    }
  });

  it.each(vectors)('with %s ends by the rules of sixteen scenes, every dimension covered', (_, shareOf) => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const way = walk(catalogue, shareOf, seed);
      const scenes = way.slice(0, -1);
      expect(['precise', 'scenes']).toContain(way.at(-1));
      expect(scenes.length).toBeGreaterThanOrEqual(8);
      expect(scenes.length).toBeLessThanOrEqual(12);
      expect(new Set(scenes).size).toBe(scenes.length);
      const items = bank.items.filter(({ scenario }) => scenes.includes(scenario.slice(0, 3)));
      for (const dimension of ['OUT', 'INF', 'COM', 'PRO', 'SEC', 'RES']) {
        const own = items.filter((item) => item.dimension === dimension);
        const points = own.reduce((sum, { steps }) => sum + steps.length, 0);
        expect([dimension, own.length >= 2 || points >= 5]).toEqual([dimension, true]);
      }
    }
  });
});
