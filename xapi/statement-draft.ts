/** A statement without actor and time, which come from the log entry. */
import type { SceneRef } from '../scenarios/kit/log.ts';
import type { WorldAction } from '../scenarios/world/types.ts';
import type { FormRef } from './activities.ts';
import type { Activity, ActivityRef, Extensions, Result } from './statement.ts';
import type { VerbName } from './vocabulary.ts';

/** 1: life of the attempt, answers; 2: actions in apps; 3: fine steps. */
export type Tier = 1 | 2 | 3;

export interface StatementDraft {
  readonly verb: VerbName;
  readonly tier: Tier;
  readonly object: Activity;
  readonly result?: Result;
  readonly extensions?: Extensions;
  readonly app?: WorldAction['app'];
  readonly scene?: SceneRef;
  /** Such as an item's dimension. */
  readonly categories?: readonly ActivityRef[];
  /** Part of the id, so that a rescoring is another statement. */
  readonly scoringVersion?: number;
  readonly about?: EarlierStatement;
}

export interface EarlierStatement extends Pick<StatementDraft, 'verb' | 'object' | 'scoringVersion'> {
  readonly logSeq: number;
}

export interface AttemptScope extends FormRef {
  /** Milliseconds since 1970 UTC; without it the end has no duration. */
  readonly startedAt?: number;
}
