/** A statement without who and when, which come from the log entry. */
import type { SceneRef } from '../scenarios/kit/log.ts';
import type { WorldAction } from '../scenarios/world/types.ts';
import type { FormRef } from './activities.ts';
import type { Activity, ActivityRef, Extensions, Result } from './statement.ts';
import type { VerbName } from './vocabulary.ts';

/** 1: life of the attempt and answers; 2: what was done in apps; 3: fine steps. */
export type Tier = 1 | 2 | 3;

export interface StatementDraft {
  readonly verb: VerbName;
  readonly tier: Tier;
  readonly object: Activity;
  readonly result?: Result;
  /** Of the context. */
  readonly extensions?: Extensions;
  readonly app?: WorldAction['app'];
  readonly scene?: SceneRef;
  /** Such as the dimension of an item. */
  readonly categories?: readonly ActivityRef[];
  /** Part of the id of a scored statement, so that a rescoring is another statement. */
  readonly scoringVersion?: number;
  /** The earlier statement that this one refers to. */
  readonly about?: EarlierStatement;
}

/** What the id of an earlier statement is made of. */
export interface EarlierStatement extends Pick<StatementDraft, 'verb' | 'object' | 'scoringVersion'> {
  readonly logSeq: number;
}

export interface AttemptScope extends FormRef {
  /** Milliseconds since 1970 UTC; without it the end has no duration. */
  readonly startedAt?: number;
}
