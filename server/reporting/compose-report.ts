/**
 * What a learner is told of their play, from what was observed (assessment.md §6.1, DESIGN §8). Pure: the same play
 * gives the same report. Nothing in it is a judgement, and a decline is never told.
 */
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
  /** False while the attempt goes on. */
  readonly isOver: boolean;
  /** False where staff set the attempt aside. */
  readonly isKept: boolean;
  readonly measure: Measure | null;
  readonly bank: Bank;
  readonly limits: ReportLimits;
  /** Of the last earlier attempt that gave a level, and when it ended; null where there is none. */
  readonly before: { readonly overall: Estimate; readonly endedAt: number } | null;
  readonly endedAt: number;
  /** Scored scenes that ended with a result, in the order of play. */
  readonly scenes: readonly ObservedScene[];
  readonly resources: readonly Resource[];
}

export interface ReportLimits {
  /** Fewer scored scenes give no level. */
  readonly minScenes: number;
  /** Fewer scored scenes say too little about each dimension. */
  readonly dimensionsFrom: number;
}

export interface ObservedScene {
  readonly scenario: string;
  /** Null where the scenario is no longer on this server. */
  readonly title: Words | null;
  readonly items: readonly ItemResult[];
  /** Credited rules that have words for the learner. */
  readonly seen: readonly { readonly item: string; readonly words: Words }[];
}

type Composed = Pick<LearnerReport, 'strengths' | 'result' | 'nextSteps' | 'isPilot'>;

/** Two attempts closer than this may differ by habit of the game alone (assessment.md §8.6). */
const apartMs = 14 * 24 * 60 * 60 * 1000;

/** Strengths, level, small steps, and whether the level is a pilot's. */
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

/** Progress where it is beyond doubt; everything else, a decline too, is « stable pour l’instant ». */
function changeSince(
  before: NonNullable<ReportSource['before']>,
  now: Estimate,
  endedAt: number,
): { kind: 'progress' | 'stable'; isSoon: boolean } {
  const change = changeBetween(before.overall, now);
  return {
    kind: change === 'progress' || change === 'clear-progress' ? 'progress' : 'stable',
    isSoon: endedAt - before.endedAt < apartMs,
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
