/**
 * Makes statements from log entries. Pure: run again, it gives the same statements with the same ids. Knows
 * no persons, storage or delivery.
 */
import { v5 } from 'uuid';
import type { LogEntry } from '../scenarios/kit/log.ts';
import type { Language } from '../scenarios/world/base.ts';
import { studyHomePage } from './activities.ts';
import type { StatementDraft, EarlierStatement, Tier } from './statement-draft.ts';
import { draftsOf } from './events.ts';
import type { Extensions, Statement } from './statement.ts';
import { type AttemptContext, contextOf, type Pseudonym } from './statement-context.ts';
import { extensions, statementNamespace, verbs } from './vocabulary.ts';

export interface ProducedStatement {
  readonly id: string;
  readonly tier: Tier;
  readonly part: number;
  readonly bytes: string;
  /**
   * Part of `bytes` that many statements share (four fifths), so that storage may keep it once. UTF-16
   * code units.
   */
  readonly shared: { readonly from: number; readonly to: number };
}

export type StatementProducer = (
  entry: LogEntry,
  /** The person's language at that moment. */
  language: Language,
) => ProducedStatement[];

/** @param hash keyed under the study's key, never an id of the LMS */
export function pseudonymOf(studyId: string, hash: string): Pseudonym {
  return { homePage: studyHomePage(studyId), name: hash };
}

/**
 * Statement `part` happens at `entry.at + part` milliseconds: timestamps strictly increase if the log writer
 * leaves each statement a millisecond before the next entry.
 */
export function createProducer(attempt: AttemptContext): StatementProducer {
  return (entry, language) =>
    draftsOf(entry, entry.at, attempt).map((draft, part) => {
      const statement = statementOf(attempt, { ...entry, at: entry.at + part }, draft, language);
      const bytes = JSON.stringify(statement);
      return { id: statement.id, tier: draft.tier, part, bytes, shared: sharedStretch(bytes) };
    });
}

/**
 * Members are in the order in which they are sent: stores compare bytes, and shared members must be adjacent.
 */
function statementOf(
  attempt: AttemptContext,
  entry: LogEntry,
  draft: StatementDraft,
  language: Language,
): Statement {
  const { homePage, name } = attempt.actor;
  const { attemptId } = attempt;
  const { about, result } = draft;
  return {
    id: statementId(attemptId, { logSeq: entry.logSeq, ...draft }),
    timestamp: new Date(entry.at).toISOString(),
    verb: verbs[draft.verb],
    object: draft.object,
    ...(result === undefined ? {} : { result }),
    actor: { objectType: 'Agent', account: { homePage, name } },
    context: {
      ...contextOf(attempt, draft, language, ownExtensions(entry, draft)),
      ...(about === undefined
        ? {}
        : { statement: { objectType: 'StatementRef', id: statementId(attemptId, about) } }),
    },
  };
}

/** The sequence number comes first: the shared part ends there. */
function ownExtensions(entry: LogEntry, { app, extensions: further = {} }: StatementDraft): Extensions {
  return {
    [extensions.seq]: entry.logSeq,
    [extensions.epoch]: entry.epoch,
    ...('tMs' in entry ? { [extensions.tMs]: entry.tMs } : {}),
    ...(app === undefined ? {} : { [extensions.app]: app }),
    ...further,
  };
}

/** From `actor` up to the statement's own extensions. In our JSON text these names can only be members. */
function sharedStretch(bytes: string): ProducedStatement['shared'] {
  const from = bytes.indexOf('"actor":');
  return { from, to: bytes.indexOf(`,"${extensions.seq}":`, from) };
}

/** UUIDv5 of (attempt, logSeq, kind, object, scoring version if scored). */
function statementId(attemptId: string, draft: EarlierStatement): string {
  const parts = [attemptId, draft.logSeq, draft.verb, draft.object.id, draft.scoringVersion ?? ''];
  return v5(parts.join('|'), statementNamespace);
}
