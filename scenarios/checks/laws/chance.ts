import type { Problem } from '../../kit/yaml-source.ts';
import { earnedRules, type LawScene, ruleFinding, told, type Trial } from './law-scene.ts';
import { randomWalk, walkLengths, walksPerLength, wordsOnScreen } from './walks.ts';

const mostShare = 0.25;
const mostPerRule = 0.4;

/** The walks of one length go round the variants and languages. */
export function walkScene(scene: LawScene): readonly (readonly Trial[])[] {
  const words = scene.settings.map(wordsOnScreen);
  return walkLengths.map((length) =>
    Array.from({ length: walksPerLength }, (_, index) => {
      const place = index % scene.settings.length;
      const setting = scene.settings[place];
      if (setting === undefined) throw new RangeError('a scene has a variant');
      const ground = { world: setting.world, vocabulary: scene.evidence.vocabulary };
      const name = `random-${length}-${index}`;
      const seed = `${scene.evidence.scenario} ${name}`;
      return scene.judge(name, setting, randomWalk(ground, words[place] ?? [], { length, seed }));
    }),
  );
}

/** Law 2: who presses anything earns a quarter of the points at most, and no rule in more than 40 %. */
export function findChance(scene: LawScene, walks: readonly (readonly Trial[])[]): readonly Problem[] {
  const all = scene.evidence.items.reduce((sum, { max }) => sum + max, 0);
  return walks.flatMap((trials, place) => {
    const length = walkLengths[place] ?? 0;
    const params = { law: 2, length, walks: trials.length };
    const points = trials.map(({ result }) => result.items.reduce((sum, item) => sum + item.points, 0));
    const share = points.reduce((sum, each) => sum + each, 0) / trials.length / all;
    const best = trials[points.indexOf(Math.max(...points))];
    const rich =
      share <= mostShare || best === undefined
        ? []
        : [
            scene.files.evidence.problem('error', ['items'], 'law.chance', {
              ...params,
              percent: percentOf(share),
              most: percentOf(mostShare),
              ...told(best),
            }),
          ];
    const cheap = scene.evidence.rules.flatMap((rule) => {
      const earning = trials.filter((trial) => earnedRules(trial).includes(rule.id));
      const [first] = earning;
      const part = earning.length / trials.length;
      if (part <= mostPerRule || first === undefined) return [];
      const figures = { percent: percentOf(part), most: percentOf(mostPerRule) };
      return [ruleFinding(scene, rule, 'law.chance-rule', { ...params, ...figures, ...told(first) })];
    });
    return [...rich, ...cheap];
  });
}

function percentOf(share: number): number {
  return Math.round(share * 100);
}
