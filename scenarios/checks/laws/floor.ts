import type { Problem } from '../../kit/yaml-source.ts';
import { ended, openEverything } from './explore.ts';
import { earnedRules, type LawScene, onePerLine, ruleFinding, told, type Trial } from './law-scene.ts';

/** Law 1: ending at once earns nothing. */
export function findFloor(scene: LawScene): readonly Problem[] {
  const trials = scene.variants.map((setting) =>
    scene.play('at-once', setting, [{ app: 'desk', type: 'done' }]),
  );
  return onePerLine(trials.flatMap((trial) => report(scene, trial, 'law.floor-at-once', () => true)));
}

/** Law 1: opening everything earns nothing that is for a decision. */
export function findFloorOpened(scene: LawScene): readonly Problem[] {
  const trials = scene.variants.flatMap((setting) => {
    const ground = { world: setting.world, vocabulary: scene.evidence.vocabulary };
    return [false, true].flatMap((isBackwards) =>
      openEverything(ground, isBackwards)
        .slice(-1)
        .map((played) => scene.judge('opens-everything', setting, ended(ground, played))),
    );
  });
  return onePerLine(trials.flatMap((trial) => report(scene, trial, 'law.floor-opened', isDeciding)));
}

export function isDeciding(rule: LawScene['evidence']['rules'][number]): boolean {
  return rule.for !== 'finding';
}

function report(scene: LawScene, trial: Trial, code: string, counts: typeof isDeciding): Problem[] {
  const earned = earnedRules(trial);
  return scene.evidence.rules
    .filter((rule) => earned.includes(rule.id) && counts(rule))
    .map((rule) => ruleFinding(scene, rule, code, { law: 1, ...told(trial) }));
}
