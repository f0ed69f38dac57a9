import { dimensions } from '../../kit/dimensions.ts';
import type { Problem } from '../../kit/yaml-source.ts';
import { earnedRules, type LawScene, type Tactic, told, type Trial } from './law-scene.ts';
import { helpTactic, madeNames, makeTactics } from './made-tactics.ts';

/** In each variant. */
export function tryMadeTactics(scene: LawScene): readonly Trial[] {
  return scene.variants.flatMap((setting) =>
    makeTactics({ world: setting.world, vocabulary: scene.evidence.vocabulary }).map(({ name, played }) =>
      scene.judge(name, setting, played),
    ),
  );
}

/** Law 3: a tactic earns what its author allows at most, and never more than half of an item. */
export function findTactics(scene: LawScene): readonly Problem[] {
  const { tactics } = scene.files;
  const found = scene.tactics.flatMap(({ declared: { atMost }, index, trials }) => {
    const report = (code: string, params: Problem['params']): Problem =>
      tactics.problem('error', ['tactics', index], code, params);
    const refused = trials.flatMap(refusals).slice(0, 1);
    const paid = onePerOutcome(trials.flatMap((trial) => tooMuch(trial, atMost)));
    return [
      ...refused.map((params) => report('law.play-refused', params)),
      ...paid.map((params) => report('law.tactic', params)),
    ];
  });
  return [...found, ...misnamed(scene), ...tooGenerous(scene)];
}

/** Laws 3 and 9, by the tactics that the check makes; authors allow them points under their names. */
export function findMadeTactics(scene: LawScene, made: readonly Trial[]): readonly Problem[] {
  const { tactics } = scene.files;
  const allowed = tactics.data.tactics;
  const found = made.flatMap((trial) =>
    tooMuch(trial, allowed.find(({ name }) => name === trial.name)?.atMost ?? {}),
  );
  return onePerOutcome(found).map((params) => {
    const index = allowed.findIndex(({ name }) => name === params.play);
    const path = index < 0 ? ['tactics'] : ['tactics', index];
    return params.play === helpTactic
      ? tactics.problem('error', path, 'law.help-click', { ...params, law: 9 })
      : tactics.problem('error', path, 'law.tactic', params);
  });
}

export function refusals({ name, setting, played }: Trial): Problem['params'][] {
  return played.refused.map(({ actionSeq, code }) => ({
    law: 8,
    play: name,
    variant: setting.variant,
    language: setting.language,
    action: actionSeq,
    refusal: code,
  }));
}

function tooMuch(trial: Trial, atMost: Tactic['atMost']): Problem['params'][] {
  return dimensions.flatMap((dimension) => {
    const points = trial.result.items
      .filter((item) => item.dimension === dimension)
      .reduce((sum, item) => sum + item.points, 0);
    const most = atMost[dimension] ?? 0;
    if (points <= most) return [];
    return [{ law: 3, dimension, points, most, rules: earnedRules(trial).join(' '), ...told(trial) }];
  });
}

function onePerOutcome(found: readonly Problem['params'][]): readonly Problem['params'][] {
  const first = new Map<string, Problem['params']>();
  for (const params of found) {
    const key = JSON.stringify([params.play, params.dimension, params.rules]);
    if (!first.has(key)) first.set(key, params);
  }
  return [...first.values()];
}

/** A tactic without actions must name one that the check makes. */
function misnamed({ files: { tactics } }: LawScene): Problem[] {
  return tactics.data.tactics.flatMap(({ name, actions }, index) =>
    actions === undefined && !madeNames.test(name)
      ? [tactics.problem('error', ['tactics', index], 'law.tactic-unknown', { law: 3, name })]
      : [],
  );
}

function tooGenerous({ files: { tactics }, evidence }: LawScene): Problem[] {
  return tactics.data.tactics.flatMap(({ name, atMost }, index) =>
    dimensions.flatMap((dimension) => {
      const max = evidence.items
        .filter((item) => item.dimension === dimension)
        .reduce((sum, item) => sum + item.max, 0);
      const most = Math.floor(max / 2);
      const allowed = atMost[dimension] ?? 0;
      if (allowed <= most) return [];
      const params = { law: 3, name, dimension, allowed, most };
      return [tactics.problem('error', ['tactics', index], 'law.tactic-generous', params)];
    }),
  );
}
