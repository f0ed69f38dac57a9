import { dimensions } from '../../kit/dimensions.ts';
import type { Problem } from '../../kit/yaml-source.ts';
import { earnedRules, type LawScene, onePerLine, type Tactic, told, type Trial } from './law-scene.ts';
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
export function findTactics(scene: LawScene, made: readonly Trial[]): readonly Problem[] {
  const { tactics } = scene.files;
  const declared = new Map(tactics.data.tactics.map((tactic, index) => [tactic.name, { tactic, index }]));
  const own = scene.tactics.flatMap(({ declared: { atMost }, index, trials }) =>
    trials.flatMap((trial) => [
      ...refusals(trial).map((params) =>
        tactics.problem('error', ['tactics', index], 'law.play-refused', params),
      ),
      ...tooMuch(trial, atMost).map((params) =>
        tactics.problem('error', ['tactics', index], 'law.tactic', params),
      ),
    ]),
  );
  const generic = made.flatMap((trial) => {
    const known = declared.get(trial.name);
    const path = known === undefined ? ['tactics'] : ['tactics', known.index];
    const code = trial.name === helpTactic ? 'law.help-click' : 'law.tactic';
    const law = trial.name === helpTactic ? 9 : 3;
    return tooMuch(trial, known?.tactic.atMost ?? {}).map((params) =>
      tactics.problem('error', path, code, { ...params, law }),
    );
  });
  return [...onePerTactic([...own, ...generic]), ...misnamed(scene), ...tooGenerous(scene)];
}

export function refusals({ name, setting, played }: Trial): Problem['params'][] {
  return played.refused.map(({ actionSeq, code }) => ({
    ...{ law: 8, play: name, variant: setting.variant, language: setting.language },
    ...{ action: actionSeq, refusal: code },
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

function onePerTactic(problems: readonly Problem[]): Problem[] {
  const first = new Map<string, Problem>();
  for (const problem of problems) {
    const { code, params } = problem;
    const key = JSON.stringify([code, params.play, params.dimension, params.rules]);
    if (!first.has(key)) first.set(key, problem);
  }
  return onePerLine([...first.values()].filter(({ code }) => code === 'law.play-refused')).concat(
    [...first.values()].filter(({ code }) => code !== 'law.play-refused'),
  );
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
