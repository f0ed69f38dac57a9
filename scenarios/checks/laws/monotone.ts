import { observeStep, startPlay, type ObservedPlay } from '../../evidence/observe-play.ts';
import type { Problem } from '../../kit/yaml-source.ts';
import type { WorldAction } from '../../world/types.ts';
import { isLook } from './explore.ts';
import { isDeciding } from './floor.ts';
import {
  earnedRules,
  hasFired,
  type LawScene,
  onePerLine,
  ruleFinding,
  told,
  type Trial,
} from './law-scene.ts';

/** Law 6: looking adds no point, no rule needs a slip first, and a route never loses a point on the way. */
export function findMonotone(scene: LawScene): readonly Problem[] {
  const inFrench = (trials: readonly Trial[]): readonly Trial[] =>
    trials.filter(({ setting }) => setting.language === 'fr');
  const looked = [
    ...scene.plays,
    ...scene.routes.flatMap(({ trials }) => trials),
    ...scene.tactics.flatMap(({ trials }) => trials),
  ];
  return onePerLine([
    ...inFrench(looked).flatMap((trial) => pointsByLooking(scene, trial)),
    ...needsSlip(scene),
    ...scene.routes.flatMap(({ declared: { corrects }, index, trials }) =>
      corrects ? [] : inFrench(trials).flatMap((trial) => losses(scene, index, trial)),
    ),
  ]);
}

/** Law 6, in the middle of anything. */
export function findLooksInWalks(scene: LawScene, walks: readonly Trial[]): readonly Problem[] {
  return onePerLine(walks.flatMap((trial) => pointsByLooking(scene, trial)));
}

function pointsByLooking(scene: LawScene, trial: Trial): Problem[] {
  return steps(scene, trial, isLook).flatMap(({ before, after, at }) =>
    scene.evidence.rules
      .filter((rule) => isDeciding(rule) && hasFired(after, rule.id) && !hasFired(before, rule.id))
      .map((rule) => ruleFinding(scene, rule, 'law.monotone-look', { law: 6, action: at, ...told(after) })),
  );
}

function needsSlip(scene: LawScene): Problem[] {
  const clean = scene.routes
    .flatMap(({ trials }) => trials)
    .filter(({ result }) => result.misconceptions.length === 0);
  return scene.evidence.rules
    .filter(({ id }) => !clean.some((trial) => hasFired(trial, id)) && !isLackedByAll(scene, id))
    .map((rule) => ruleFinding(scene, rule, 'law.monotone-slip', { law: 6 }));
}

/** Law 8 says it then. */
function isLackedByAll({ routes }: LawScene, rule: string): boolean {
  const isAsked = routes.some(({ declared: { earns } }) => earns === 'all' || !earns.allBut.includes(rule));
  return isAsked && !routes.some(({ trials }) => trials.some((trial) => hasFired(trial, rule)));
}

function losses(scene: LawScene, index: number, trial: Trial): Problem[] {
  const isUndo = ({ app, type }: WorldAction): boolean => app === 'desk' && type === 'undo';
  return steps(scene, trial, (action, next) => !isUndo(action) && !(next && isUndo(next))).flatMap(
    ({ before, after, at }) => {
      const lost = earnedRules(before).filter((rule) => !earnedRules(after).includes(rule));
      if (lost.length === 0) return [];
      const params = { law: 6, rules: lost.join(' '), action: at, ...told(after) };
      return [scene.files.routes.problem('error', ['routes', index], 'law.monotone-loss', params)];
    },
  );
}

interface Step {
  readonly before: Trial;
  readonly after: Trial;
  /** Place of the action, from 1. */
  readonly at: number;
}

/** The trial before and after each action that counts. */
function steps(
  scene: LawScene,
  { name, setting, played }: Trial,
  counts: (action: WorldAction, next: WorldAction | undefined) => boolean,
): readonly Step[] {
  const found: Step[] = [];
  let before: ObservedPlay = startPlay(setting.world);
  let judged: Trial | null = null;
  for (const [index, { action }] of played.actions.entries()) {
    const after = observeStep(scene.evidence.vocabulary, setting.world, before, action);
    const isCounted = counts(action, played.actions[index + 1]?.action);
    if (isCounted) {
      const start: Trial = judged ?? scene.judge(name, setting, before);
      const end = scene.judge(name, setting, after);
      found.push({ before: start, after: end, at: index + 1 });
      judged = end;
    } else judged = null;
    before = after;
  }
  return found;
}
