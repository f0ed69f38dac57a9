/**
 * From a log entry to its xAPI statements: pure, so that a rebuild gives the same statements with the same ids.
 * Knows the log and the vocabulary; knows nothing of persons, storage or delivery.
 */
import { parse as parseUuid, v5 as uuidV5 } from 'uuid';
import type { LogEntry, LogEvent } from '../scenarios/log.ts';
import type { Language } from '../scenarios/world/base.ts';
import { studyHomePage } from './activities.ts';
import type { Deed, EarlierDeed, Tier } from './deed.ts';
import { deedsOf } from './events.ts';
import type { Context, Extensions, Statement } from './statement.ts';
import { type AttemptContext, createFrames, type Pseudonym } from './statement-frame.ts';
import { extensions, statementNamespace, verbs } from './vocabulary.ts';

export interface ProducedStatement {
  readonly id: string;
  /** Destinations take statements up to a tier. */
  readonly tier: Tier;
  /** Order among statements of one entry, from 0. */
  readonly part: number;
  /** The statement (statement.ts) as JSON text. */
  readonly bytes: string;
  /** The stretch of `bytes` that it has in common with other statements of the attempt. */
  readonly frame: string;
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
 * timestamps within an attempt strictly increase as long as the log writer keeps the next entry `statementSpanMs(entry)`
 * away.
 */
export function createProducer(context: AttemptContext): StatementProducer {
  const frameOf = createFrames(context);
  return (entry, language) =>
    deedsOf(entry, entry.at, context).map((deed, part) => {
      const id = statementId(context.attemptId, { logSeq: entry.logSeq, ...deed });
      const frame = frameOf(deed, language);
      const bytes = headOf(id, entry.at + part, deed) + frame + tailOf(entry, context.attemptId, deed);
      return { id, tier: deed.tier, part, bytes, frame };
    });
}

/** Milliseconds that an event's statements take: the next entry must be at least so much later. ≥ 1. */
export function statementSpanMs(event: LogEvent): number {
  return deedsOf(event, 0, { form: '', bankVersion: 0 }).length;
}

/** Ten ids are made for each ten actions: parsed once. */
const namespaceBytes = parseUuid(statementNamespace);

/** UUIDv5 of (attempt, logSeq, kind, object, scoring version where there is a score): DESIGN §7. */
function statementId(attemptId: string, deed: EarlierDeed): string {
  const parts = [attemptId, deed.logSeq, deed.verb, deed.object.id, deed.scoringVersion ?? ''];
  return uuidV5(Buffer.from(parts.join('|')), namespaceBytes);
}

/** What happened, up to the frame. */
function headOf(id: string, at: number, { verb, object, result }: Deed): string {
  const own = {
    id,
    timestamp: new Date(at).toISOString(),
    verb: verbs[verb],
    object,
    ...(result === undefined ? {} : { result }),
  } satisfies Omit<Statement, 'actor' | 'context'>;
  return `${JSON.stringify(own).slice(0, -'}'.length)},`;
}

/** From where the frame ends, within the context's extensions, to the end. */
function tailOf(entry: LogEntry, attemptId: string, deed: Deed): string {
  const own: Extensions = {
    [extensions.seq]: entry.logSeq,
    [extensions.epoch]: entry.epoch,
    ...('tMs' in entry ? { [extensions.tMs]: entry.tMs } : {}),
    ...(deed.app === undefined ? {} : { [extensions.app]: deed.app }),
    ...deed.extensions,
  };
  const { about } = deed;
  const statement: Context['statement'] =
    about === undefined ? undefined : { objectType: 'StatementRef', id: statementId(attemptId, about) };
  const more = statement === undefined ? '' : `,"statement":${JSON.stringify(statement)}`;
  return `,${JSON.stringify(own).slice('{'.length)}${more}}}`;
}
