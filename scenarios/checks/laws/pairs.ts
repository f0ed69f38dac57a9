import { observePlay, observeStep, type ObservedPlay } from '../../evidence/observe-play.ts';
import type { Problem } from '../../kit/yaml-source.ts';
import type { WorldAction } from '../../world/types.ts';
import { type Ground, isDeed, mentions, reach } from './explore.ts';
import {
  hasFired,
  type LawScene,
  onePerLine,
  type Rule,
  ruleFinding,
  told,
  type Trial,
} from './law-scene.ts';

type Pair = NonNullable<Rule['pair']>;

/** Law 4: a rule that sees a danger is not earned by doing the same to its harmless twin, nor by leaving both. */
export function findPairs(scene: LawScene): readonly Problem[] {
  const found = scene.evidence.rules.flatMap((rule) => {
    const { pair } = rule;
    if (pair === undefined) return [];
    const tried = scene.routes.flatMap(({ trials }) =>
      trials
        .filter((trial) => trial.setting.language === 'fr' && !hasUndo(trial))
        .map((trial) => alike(scene, pair, trial)),
    );
    const untried = tried.some(({ isTried }) => isTried)
      ? []
      : [
          ruleFinding(scene, rule, 'law.pair-untried', {
            law: 4,
            ids: [...pair.danger, ...pair.harmless].join(' '),
          }),
        ];
    const earned = tried.flatMap(({ alarmed, blind }) => [
      ...(alarmed !== null && hasFired(alarmed, rule.id)
        ? [ruleFinding(scene, rule, 'law.pair-alarmed', { law: 4, ...told(alarmed) })]
        : []),
      ...(blind !== null && hasFired(blind, rule.id)
        ? [ruleFinding(scene, rule, 'law.pair-blind', { law: 4, ...told(blind) })]
        : []),
    ]);
    return [...untried, ...earned];
  });
  return onePerLine(found);
}

/** What was taken back is no treatment. */
function hasUndo({ played }: Trial): boolean {
  return played.actions.some(({ action }) => action.app === 'desk' && action.type === 'undo');
}

interface Alike {
  /** The harmless twin treated like the danger; null if the route does nothing to the danger. */
  readonly alarmed: Trial | null;
  /** The danger treated like its harmless twin. */
  readonly blind: Trial | null;
  readonly isTried: boolean;
}

function alike(scene: LawScene, { danger, harmless }: Pair, { name, setting, played }: Trial): Alike {
  const ground = { world: setting.world, vocabulary: scene.evidence.vocabulary };
  const actions = played.actions
    .map(({ action }) => action)
    .filter(({ app, type }) => app !== 'desk' || type !== 'done');
  const isDone = (ids: readonly string[]) => (action: WorldAction) =>
    isDeed(action) && ids.some((id) => mentions(action, id));
  const typesOn = (ids: readonly string[]): readonly string[] => [
    ...new Set(actions.filter(isDone(ids)).map(({ type }) => type)),
  ];
  const whole = observePlay(ground.vocabulary, ground.world, actions);
  const alarmed = treat(ground, whole, typesOn(danger), harmless);
  const without = actions.filter((action) => !isDone(danger)(action));
  const ignoring = observePlay(ground.vocabulary, ground.world, without);
  const blind = treat(ground, ignoring, typesOn(harmless), danger);
  const isActive = typesOn(danger).length > 0;
  return {
    alarmed: alarmed.count > 0 ? scene.judge(`${name} + twin`, setting, alarmed.played) : null,
    blind: isActive ? scene.judge(`${name} − danger`, setting, blind.played) : null,
    isTried: alarmed.count > 0 && isActive,
  };
}

function treat(
  ground: Ground,
  from: ObservedPlay,
  types: readonly string[],
  ids: readonly string[],
): { readonly played: ObservedPlay; readonly count: number } {
  let played = from;
  let count = 0;
  for (const type of types) {
    for (const id of ids) {
      const next = reach(ground, played, (action) => action.type === type && mentions(action, id));
      if (next === undefined) continue;
      played = next;
      count += 1;
    }
  }
  return {
    played: observeStep(ground.vocabulary, ground.world, played, { app: 'desk', type: 'done' }),
    count,
  };
}
