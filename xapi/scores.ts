import type { LogEvent, RescoredScene } from '../scenarios/kit/log.ts';
import type { Estimate, Measure } from '../scenarios/kit/measurement-types.ts';
import { hasLevel } from '../scenarios/measurement/has-level.ts';
import { assessmentActivity, dimensionRef, itemActivity } from './activities.ts';
import type { StatementDraft, AttemptScope } from './statement-draft.ts';
import type { Extensions, Score } from './statement.ts';
import { extensions } from './vocabulary.ts';

/** xAPI requires min < max; undefined if there is nothing to earn. */
export function scoreOf(points: number, max: number): Score | undefined {
  if (!Number.isFinite(points) || !Number.isFinite(max) || max <= 0) return undefined;
  const raw = Math.min(Math.max(points, 0), max);
  return { scaled: Math.round((raw / max) * 10_000) / 10_000, raw, min: 0, max };
}

/**
 * The scoring version here is the bank's; those of scenes are with their items.
 * @param score whole number, 1 to 100
 * @param measure null in old logs
 */
export function attemptScoreDraft(
  score: number,
  measure: Measure | null,
  scope: AttemptScope,
): StatementDraft {
  const bankVersion = measure?.bankVersion ?? scope.bankVersion;
  const scored = scoreOf(score, 100);
  return {
    verb: 'scored',
    tier: 1,
    object: assessmentActivity(scope),
    result: {
      ...(scored === undefined ? {} : { score: scored }),
      ...(measure === null ? {} : { extensions: measureExtensions(measure) }),
    },
    scoringVersion: bankVersion,
    extensions: { [extensions.scoringVersion]: bankVersion, [extensions.bankVersion]: bankVersion },
  };
}

/**
 * Items first, each referring to its first answer, then the attempt. Without a score, one statement still
 * records the rescoring.
 */
export function rescoringDrafts(
  { results, measure, score }: Extract<LogEvent, { kind: 'rescored' }>,
  scope: AttemptScope,
): readonly StatementDraft[] {
  const items = results.flatMap(itemScoreDrafts);
  if (score !== null) return [...items, attemptScoreDraft(score, measure, scope)];
  const version = measure?.bankVersion ?? scope.bankVersion;
  const extensionValues = { [extensions.scoringVersion]: version, [extensions.bankVersion]: version };
  const object = assessmentActivity(scope);
  return [
    ...items,
    { verb: 'rescored', tier: 1, object, scoringVersion: version, extensions: extensionValues },
  ];
}

function itemScoreDrafts({ scene, result, ended }: RescoredScene): readonly StatementDraft[] {
  const { scoringVersion } = scene;
  if (scoringVersion === ended.scoringVersion) return [];
  return result.items.flatMap((item): StatementDraft[] => {
    const score = scoreOf(item.points, item.max);
    if (item.skipped || score === undefined) return [];
    const object = itemActivity(scene, item.item);
    return [
      {
        verb: 'scored',
        tier: 1,
        object,
        scene,
        result: { score },
        scoringVersion,
        categories: [dimensionRef(item.dimension)],
        extensions: { [extensions.scoringVersion]: scoringVersion },
        about: { logSeq: ended.logSeq, verb: 'answered', object, scoringVersion: ended.scoringVersion },
      },
    ];
  });
}

function measureExtensions(measure: Measure): Extensions {
  const { scenes, overall, dimensions } = measure;
  const { wle } = overall;
  return {
    ...(hasLevel(measure) ? levelExtensions(overall) : {}),
    [extensions.scoredScenes]: scenes,
    [extensions.estimates]: {
      overall: { ...estimateRecord(overall), wle: rounded(wle.theta), wle_se: rounded(wle.se) },
      ...Object.fromEntries(
        Object.entries(dimensions).map(([dimension, one]) => [dimension, estimateRecord(one)]),
      ),
    },
  };
}

function levelExtensions({ level, between, scoreBand }: Measure['overall']): Extensions {
  return {
    [extensions.level]: level,
    ...(between === null ? {} : { [extensions.levelBetween]: between }),
    [extensions.scoreBand]: { from: scoreBand[0], to: scoreBand[1] },
  };
}

function estimateRecord({ theta, se, items }: Estimate): { theta: number; se: number; items: number } {
  return { theta: rounded(theta), se: rounded(se), items };
}

function rounded(logits: number): number {
  return Math.round(logits * 10_000) / 10_000;
}
