/**
 * From a log entry to its xAPI statements: pure, so that a rebuild gives the same statements with the same ids.
 * Knows the log and the vocabulary; knows nothing of persons, storage or delivery.
 */
import type { LogEntry } from '../scenarios/kit/log.ts';
import type { Language } from '../scenarios/world/base.ts';
import { studyHomePage } from './activities.ts';
import { activityText } from './activity-text.ts';
import type { StatementDraft, EarlierStatement, Tier } from './statement-draft.ts';
import { draftsOf } from './events.ts';
import { createNaming } from './name-uuid.ts';
import type { Context, Extensions } from './statement.ts';
import { type AttemptContext, createFrames, type Pseudonym } from './statement-frame.ts';
import { extensions, statementNamespace, verbs } from './vocabulary.ts';

export interface ProducedStatement {
  readonly id: string;
  /** Destinations take statements up to a tier. */
  readonly tier: Tier;
  /** Order among statements of one entry, from 0. */
  readonly part: number;
  /** The statement (statement.ts) as JSON text: `head`, `frame`, `tail`, one after the other. */
  readonly head: string;
  /** What it has in common with other statements of the attempt. */
  readonly frame: string;
  readonly tail: string;
}

/** Produces the statements of an entry, at least one, with labels in both languages. */
export type StatementProducer = (
  entry: LogEntry,
  /** Played at that moment. */
  language: Language,
) => ProducedStatement[];

/** @param hash keyed hash of the person under the study's key, never an id of the LMS */
export function pseudonymOf(studyId: string, hash: string): Pseudonym {
  return { homePage: studyHomePage(studyId), name: hash };
}

/**
 * The producer of one attempt's statements. Statement number `part` happens at `entry.at + part` milliseconds, so that
 * timestamps within an attempt strictly increase as long as the log writer leaves each of them a millisecond before the next
 * entry.
 */
export function createProducer(context: AttemptContext): StatementProducer {
  const frameOf = createFrames(context);
  return (entry, language) =>
    draftsOf(entry, entry.at, context).map((draft, part) => {
      const id = statementId(context.attemptId, { logSeq: entry.logSeq, ...draft });
      return {
        id,
        tier: draft.tier,
        part,
        head: headOf(id, entry.at + part, draft),
        frame: frameOf(draft, language),
        tail: tailOf(entry, context.attemptId, draft),
      };
    });
}

const nameStatement = createNaming(statementNamespace);

/** The same verbs in every statement: written once. */
const verbTexts = Object.fromEntries(
  Object.entries(verbs).map(([name, verb]) => [name, JSON.stringify(verb)]),
) as Record<StatementDraft['verb'], string>;

/** UUIDv5 of (attempt, logSeq, kind, object, scoring version where there is a score): DESIGN §7. */
function statementId(attemptId: string, draft: EarlierStatement): string {
  const parts = [attemptId, draft.logSeq, draft.verb, draft.object.id, draft.scoringVersion ?? ''];
  return nameStatement(parts.join('|'));
}

/** What happened, up to the frame. An id of ours and a time need no escaping. */
function headOf(id: string, at: number, { verb, object, result }: StatementDraft): string {
  const told = result === undefined ? '' : `,"result":${JSON.stringify(result)}`;
  const verbAndObject = `"verb":${verbTexts[verb]},"object":${activityText(object)}`;
  return `{"id":"${id}","timestamp":"${new Date(at).toISOString()}",${verbAndObject}${told},`;
}

/** From where the frame ends, within the context's extensions, to the end. */
function tailOf(
  entry: LogEntry,
  attemptId: string,
  { app, extensions: told, about }: StatementDraft,
): string {
  const own: Record<string, Extensions[string]> = {
    [extensions.seq]: entry.logSeq,
    [extensions.epoch]: entry.epoch,
  };
  if ('tMs' in entry) own[extensions.tMs] = entry.tMs;
  if (app !== undefined) own[extensions.app] = app;
  const text = `,${JSON.stringify(told === undefined ? own : { ...own, ...told }).slice('{'.length)}`;
  return about === undefined
    ? `${text}}}`
    : `${text},"statement":${JSON.stringify(refTo(attemptId, about))}}}`;
}

function refTo(attemptId: string, about: EarlierStatement): Context['statement'] {
  return { objectType: 'StatementRef', id: statementId(attemptId, about) };
}
