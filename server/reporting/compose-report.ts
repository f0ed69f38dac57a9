/** The learner's report. Contains no judgement and never a decline. */
import type { ItemResult } from '../../scenarios/kit/log.ts';
import { changeBetween } from '../../scenarios/measurement/change.ts';
import type { Bank, Estimate, Measure } from '../../scenarios/kit/measurement-types.ts';
import { viewDimensions, viewLevel } from '../../scenarios/measurement/zones.ts';
import type { Resource } from '../../scenarios/schema/resources.ts';
import type { LearnerReport, ReportResult } from '../contract/report.ts';
import type { Words } from '../contract/words.ts';
import { chooseNextSteps } from './next-steps.ts';
import { chooseStrengths, type Observation } from './strengths.ts';

export interface ReportSource {
  readonly isOver: boolean;
  readonly isKept: boolean;
  readonly measure: Measure | null;
  readonly bank: Bank;
  readonly limits: ReportLimits;
  /** The latest earlier attempt with a level. */
  readonly before: { readonly overall: Estimate; readonly endedAt: number } | null;
  readonly endedAt: number;
  /** Scenes with a result, in order of play. */
  readonly scenes: readonly ObservedScene[];
  readonly resources: readonly Resource[];
}

export interface ReportLimits {
  readonly minScenes: number;
  readonly dimensionsFrom: number;
}

export interface ObservedScene {
  readonly scenario: string;
  readonly title: Words | null;
  readonly items: readonly ItemResult[];
  readonly seen: readonly { readonly item: string; readonly words: Words }[];
}

type Composed = Pick<LearnerReport, 'strengths' | 'result' | 'nextSteps' | 'isPilot'>;

/** If the attempts are closer together, progress may come from knowing the game. */
const soonMs = 14 * 24 * 60 * 60 * 1000;

export function composeReport(source: ReportSource): Composed {
  const { measure, bank, scenes, limits } = source;
  const isPilot = bank.items.some(({ provenance }) => provenance === 'expert-guess');
  const strengths = source.isOver && source.isKept ? chooseStrengths(observationsOf(scenes, bank)) : [];
  const result = resultOf(source);
  if (result.kind !== 'level' || measure === null) return { strengths, result, nextSteps: [], isPilot };
  const showsDimensions = measure.scenes >= limits.dimensionsFrom;
  return {
    strengths,
    result,
    nextSteps: chooseNextSteps(measure, scenes, source.resources, showsDimensions),
    isPilot,
  };
}

function resultOf({ isOver, isKept, measure, bank, limits, before, endedAt }: ReportSource): ReportResult {
  if (!isKept) return { kind: 'not-kept' };
  if (!isOver) return { kind: 'not-over' };
  const played = measure?.scenes ?? 0;
  if (measure === null || played < limits.minScenes) {
    return { kind: 'too-few', played, needed: limits.minScenes };
  }
  return {
    kind: 'level',
    overall: viewLevel(measure.overall, bank.cuts),
    dimensions: played < limits.dimensionsFrom ? null : viewDimensions(measure, bank.cuts),
    change: before === null ? null : changeSince(before, measure.overall, endedAt),
  };
}

/** Anything less than clear progress is « stable pour l’instant ». */
function changeSince(
  before: NonNullable<ReportSource['before']>,
  now: Estimate,
  endedAt: number,
): { kind: 'progress' | 'stable'; isSoon: boolean } {
  const change = changeBetween(before.overall, now);
  return {
    kind: change === 'progress' || change === 'clear-progress' ? 'progress' : 'stable',
    isSoon: endedAt - before.endedAt < soonMs,
  };
}

function observationsOf(scenes: readonly ObservedScene[], bank: Bank): Observation[] {
  return scenes.flatMap(({ scenario, items, seen }) =>
    seen.flatMap(({ item: id, words }) => {
      const item = items.find((one) => one.item === id);
      if (item === undefined || item.max === 0) return [];
      const { dimension, points, max } = item;
      const steps = bank.items.find((one) => one.scenario === scenario && one.dimension === dimension)?.steps;
      const difficulty = steps === undefined ? 0 : steps.reduce((sum, step) => sum + step, 0) / steps.length;
      return [{ dimension, words, share: points / max, difficulty }];
    }),
  );
}
