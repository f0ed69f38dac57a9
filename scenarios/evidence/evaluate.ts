/** Scores a scene. Never sent to a client. */
import type { ItemResult, RuleResult, SceneResult } from '../kit/log.ts';
import type { EvidenceFile } from '../schema/scenario.ts';
import type { SceneState } from '../world/types.ts';
import { compileExpressions, type Expressions, missingOf } from './expressions.ts';
import { factsOf } from './facts.ts';
import type { ObservedScene } from '../kit/observed.ts';
import type { WordsFile } from '../kit/word-lists.ts';
import { createSharedVocabulary } from './reading/shared-vocabulary.ts';
import { createVocabulary, type Vocabulary, type WordLists } from './vocabulary.ts';

export interface Evidence {
  readonly scenario: string;
  readonly worldVersion: number;
  readonly scoringVersion: number;
  readonly items: EvidenceFile['items'];
  readonly rules: EvidenceFile['rules'];
  readonly misconceptions: EvidenceFile['misconceptions'];
  /** Help topic → rules that its third step shows. */
  readonly help: EvidenceFile['help'];
  readonly vocabulary: Vocabulary;
  readonly expressions: Expressions;
}

/**
 * @param shared the vocabularies that the file names
 * @throws ExpressionError
 */
export function compileEvidence(
  file: EvidenceFile,
  wordLists: readonly WordLists[],
  shared: readonly WordsFile[] = [],
): Evidence {
  const { scenario, worldVersion, scoringVersion, items, rules, misconceptions, help } = file;
  return {
    scenario,
    worldVersion,
    scoringVersion,
    items,
    rules,
    misconceptions,
    help,
    vocabulary: createVocabulary(
      wordLists,
      file.phrases,
      shared.length === 0
        ? undefined
        : createSharedVocabulary(
            shared,
            wordLists.map(({ keywords }) => keywords),
            file.recognises,
          ),
    ),
    expressions: compileExpressions(file),
  };
}

/**
 * @param scene with accepted actions only. A skipped scene gives no points.
 * @throws ExpressionError or MissingFeaturesError if a rule can't be evaluated: the scene then has no score
 */
export function evaluateScene(
  evidence: Evidence,
  scene: ObservedScene & { readonly skipped: boolean },
): SceneResult {
  const context = evidence.expressions.prepare(factsOf(scene));
  const holds = (id: string): boolean => evidence.expressions.holds(id, context);
  const shown = rulesShown(evidence, scene.state.help);
  const rules = evidence.rules.map(({ id, item, points, missing }): RuleResult => {
    const fired = holds(id);
    const credited = fired && !shown.has(id) && !scene.skipped;
    const isMissing = missing !== undefined && !fired && !scene.skipped && holds(missingOf(id));
    const result = { rule: id, item, fired, shown: shown.has(id), points: credited ? points : 0 };
    return isMissing ? { ...result, missing: true } : result;
  });
  const misconceptions = scene.skipped
    ? []
    : evidence.misconceptions.filter(({ id }) => holds(id)).map(({ id }) => id);
  return { rules, items: itemResults(evidence, rules, scene.skipped), misconceptions };
}

function rulesShown(evidence: Evidence, help: SceneState['help']): ReadonlySet<string> {
  const topics = Object.entries(help).filter(([, step]) => step === 3);
  return new Set(topics.flatMap(([topic]) => evidence.help[topic] ?? []));
}

/** x = min(m, Σ p_r). Points of missing rules leave m; an item without any other rule is missing. */
function itemResults(evidence: Evidence, rules: readonly RuleResult[], skipped: boolean): ItemResult[] {
  const missing = new Set(rules.filter((rule) => rule.missing).map(({ rule }) => rule));
  return evidence.items.flatMap(({ id, dimension, max }) => {
    const earned = rules.filter(({ item }) => item === id).reduce((sum, { points }) => sum + points, 0);
    const lost = evidence.rules
      .filter((rule) => rule.item === id && missing.has(rule.id))
      .reduce((sum, { points }) => sum + points, 0);
    if (lost >= max) return [];
    const item = { item: id, dimension, points: Math.min(max - lost, earned), max: max - lost, skipped };
    return [lost > 0 ? { ...item, missing: lost } : item];
  });
}
