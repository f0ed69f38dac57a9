/** People who play a week, from somebody who does nothing to an expert. Each does the same kind of thing in every scene. */
import { ended, openEverything } from '../../../scenarios/checks/laws/explore.ts';
import type { LawScene, Trial } from '../../../scenarios/checks/laws/law-scene.ts';
import { tryMadeTactics } from '../../../scenarios/checks/laws/tactics.ts';
import { randomWalk, walkLengths, wordsOnScreen } from '../../../scenarios/checks/laws/walks.ts';
import type { Setting } from '../../../scenarios/checks/settings.ts';
import { createRandom } from '../../../scenarios/measurement/random.ts';

export interface Persona {
  readonly id: string;
  /** For the table of docs/measurement.md. */
  readonly about: string;
  /** They go round the variants and languages. */
  readonly people: number;
  readonly play: (scene: LawScene, setting: Setting, person: number) => Trial;
}

/** Four variants in two languages. */
const everySetting = 8;
const drawn = 200;

const nothing: Persona = {
  id: 'nothing',
  about: 'presses “I’m done” at once',
  people: everySetting,
  play: (scene, setting) => scene.play('nothing', setting, [{ app: 'desk', type: 'done' }]),
};

const opensOnly: Persona = {
  id: 'opens-only',
  about: 'opens all that can be opened',
  people: everySetting,
  play: (scene, setting, person) => {
    const ground = groundOf(scene, setting);
    const isBackwards = person % 2 === 1;
    return scene.judge('opens-only', setting, ended(ground, last(openEverything(ground, isBackwards))));
  },
};

const tactics: Persona = {
  id: 'tactics',
  about: 'uses a tactic that reads nothing, drawn for each scene',
  people: drawn,
  play: (scene, setting, person) => {
    const all = tacticsIn(scene, setting);
    return pick(all, createRandom(`tactics ${scene.evidence.scenario} ${person}`).uniform());
  },
};

const luckyTactics: Persona = {
  id: 'lucky-tactics',
  about: 'happens on the tactic that pays most in each scene',
  people: everySetting,
  play: (scene, setting) =>
    tacticsIn(scene, setting).reduce((best, one) => (pointsOf(one) > pointsOf(best) ? one : best)),
};

const random: Persona = {
  id: 'random',
  about: `presses at random, ${walkLengths.join(' or ')} times in each scene`,
  people: drawn,
  play: (scene, setting, person) => {
    const ground = groundOf(scene, setting);
    const length = walkLengths[Math.floor(person / everySetting) % walkLengths.length] ?? 0;
    const seed = `${scene.evidence.scenario} week ${person}`;
    const walk = randomWalk(ground, wordsOnScreen(setting), { length, seed });
    return scene.judge('random', setting, ended(ground, walk));
  },
};

/** The play beside the scene whose share of points is nearest. */
function withShare(id: string, about: string, share: number): Persona {
  return {
    id,
    about,
    people: everySetting,
    play: (scene, setting) => {
      const plays = scene.plays.filter(
        (trial) => trial.setting === setting && trial.played.state.ended !== 'skipped',
      );
      const away = (trial: Trial): number => Math.abs(pointsOf(trial) / mostPoints(scene) - share);
      return plays.reduce((best, one) => (away(one) < away(best) ? one : best));
    },
  };
}

const routesEach = 6;

const competent: Persona = {
  id: 'competent',
  about: 'competent, by six routes of each scene',
  people: everySetting * routesEach,
  play: (scene, setting, person) => {
    const route = scene.routes[Math.floor(person / everySetting) % scene.routes.length];
    return inSetting(route?.trials ?? [], setting);
  },
};

const expert: Persona = {
  id: 'expert',
  about: 'does exactly what the goals on screen say',
  people: everySetting,
  play: (scene, setting) => {
    const route = scene.routes.find(({ declared }) => declared.goalsOnly);
    return inSetting(route?.trials ?? [], setting);
  },
};

export const personas: readonly Persona[] = [
  nothing,
  opensOnly,
  tactics,
  luckyTactics,
  random,
  withShare('weak', 'weak but honest: about a third of the points of each scene', 1 / 3),
  withShare('average', 'average: about two thirds of the points of each scene', 2 / 3),
  competent,
  expert,
];

export function pointsOf({ result }: Pick<Trial, 'result'>): number {
  return result.items.reduce((sum, { points }) => sum + points, 0);
}

function mostPoints({ evidence }: LawScene): number {
  return evidence.items.reduce((sum, { max }) => sum + max, 0);
}

const made = new WeakMap<LawScene, readonly Trial[]>();

/** Those that authors name, and those that the laws make. */
function tacticsIn(scene: LawScene, setting: Setting): readonly Trial[] {
  const found = made.get(scene) ?? tryMadeTactics(scene);
  made.set(scene, found);
  return [
    ...scene.tactics.map(({ trials }) => inSetting(trials, setting)),
    ...found.filter((trial) => trial.setting.variant === setting.variant),
  ];
}

function groundOf({ evidence }: LawScene, { world }: Setting) {
  return { world, vocabulary: evidence.vocabulary };
}

function inSetting(trials: readonly Trial[], setting: Setting): Trial {
  const found = trials.find((trial) => trial.setting === setting);
  if (found === undefined) throw new Error('a play is missing in a variant');
  return found;
}

function pick<Each>(list: readonly Each[], draw: number): Each {
  const found = list[Math.floor(draw * list.length)];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}

function last<Each>(list: readonly Each[]): Each {
  return pick(list.slice(-1), 0);
}
