/** One thing that happened, before it is dressed as a statement: who and when come from the log entry. */
import type { SceneRef } from '../scenarios/kit/log.ts';
import type { WorldAction } from '../scenarios/world/types.ts';
import type { FormRef } from './activities.ts';
import type { Activity, ActivityRef, Extensions, Result } from './statement.ts';
import type { VerbName } from './vocabulary.ts';

/** 1 life of the attempt and answers, 2 what was done in apps, 3 fine steps. */
export type Tier = 1 | 2 | 3;

export interface StatementDraft {
  readonly verb: VerbName;
  readonly tier: Tier;
  readonly object: Activity;
  readonly result?: Result;
  /** More context extensions. */
  readonly extensions?: Extensions;
  readonly app?: WorldAction['app'];
  readonly scene?: SceneRef;
  /** More categories, such as the dimension an item belongs to. */
  readonly categories?: readonly ActivityRef[];
  /** Set where the draft carries a score: part of the statement's id, so that a rescoring is another statement. */
  readonly scoringVersion?: number;
  /** The draft of an earlier entry that this one is about. */
  readonly about?: EarlierStatement;
}

/** What the id of an earlier statement is made of. */
export interface EarlierStatement extends Pick<StatementDraft, 'verb' | 'object' | 'scoringVersion'> {
  readonly logSeq: number;
}

/** What a draft may know of its attempt. */
export interface AttemptScope extends FormRef {
  /** When the attempt began, milliseconds since 1970 UTC; without it the end carries no duration. */
  readonly startedAt?: number;
}
