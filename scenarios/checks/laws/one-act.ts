import type { Problem } from '../../kit/yaml-source.ts';
import { hasFired, type LawScene, ruleFinding, type Trial } from './law-scene.ts';

/** Law 7: two rules with the same outcome in every play, route, tactic and walk are one rule. */
export function findOneAct(scene: LawScene, trials: readonly Trial[]): readonly Problem[] {
  const outcomes = scene.evidence.rules.map((rule) => ({
    rule,
    fired: trials.map((trial) => (hasFired(trial, rule.id) ? '1' : '0')).join(''),
  }));
  return outcomes.flatMap(({ rule, fired }, index) => {
    const twin = outcomes.slice(0, index).find((other) => other.fired === fired);
    if (twin === undefined) return [];
    return [ruleFinding(scene, rule, 'law.one-act', { law: 7, other: twin.rule.id, plays: trials.length })];
  });
}
