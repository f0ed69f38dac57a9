/**
 * From a log entry to its xAPI statements: pure, so that a rebuild gives the same statements with the same ids.
 * Knows the log and the vocabulary; knows nothing of persons, storage or delivery.
 */
import { parse as parseUuid, v5 as uuidV5 } from 'uuid';
import type { LogEntry, LogEvent } from '../scenarios/log.ts';
import type { Language } from '../scenarios/world/base.ts';
import {
  assessmentRef,
  courseRef,
  gameRef,
  localId,
  profileRef,
  scenarioRef,
  studyHomePage,
} from './activities.ts';
import type { Deed, DeedScope, EarlierDeed, Tier } from './deed.ts';
import { deedsOf } from './events.ts';
import type { ActivityRef, Context, Extensions, Statement } from './statement.ts';
import { extensions, statementNamespace, verbs } from './vocabulary.ts';

export interface StatementContext extends DeedScope {
  /** UUID; it is the registration too. */
  readonly attemptId: string;
  /** 1, 2, … per person and activity. */
  readonly attemptNumber: number;
  /** Language played at that moment. */
  readonly language: Language;
  readonly actor: Pseudonym;
  /** Pseudonym of the course's activity. */
  readonly courseId: string | null;
  /** Build of tool and content. */
  readonly build: string;
}

/** Who acted, as record stores may know it: an account in the study's own space. */
export interface Pseudonym {
  readonly homePage: string;
  readonly name: string;
}

export interface ProducedStatement {
  readonly id: string;
  /** Destinations take statements up to a tier. */
  readonly tier: Tier;
  /** Order among statements of one entry, from 0. */
  readonly part: number;
  readonly statement: Statement;
}

/** @param hash keyed hash of the person under the study's key, never an id of the LMS */
export function pseudonymOf(studyId: string, hash: string): Pseudonym {
  return { homePage: studyHomePage(studyId), name: hash };
}

/**
 * The statements of one entry, at least one, each with frozen labels in both languages. Statement number `part`
 * happens at `entry.at + part` milliseconds, so that timestamps within an attempt strictly increase as long as
 * the log writer keeps the next entry `statementSpanMs(entry)` away.
 */
export function statementsOf(entry: LogEntry, context: StatementContext): ProducedStatement[] {
  return deedsOf(entry, entry.at, context).map((deed, part) => {
    const id = statementId(context, { logSeq: entry.logSeq, ...deed });
    return { id, tier: deed.tier, part, statement: statementOf(id, entry, context, deed, part) };
  });
}

/** Milliseconds that an event's statements take: the next entry must be at least so much later. ≥ 1. */
export function statementSpanMs(event: LogEvent): number {
  return deedsOf(event, 0, { form: '', bankVersion: 0 }).length;
}

/** Ten ids are made for each ten actions: parsed once. */
const namespaceBytes = parseUuid(statementNamespace);

/** UUIDv5 of (attempt, logSeq, kind, object, scoring version where there is a score): DESIGN §7. */
function statementId(context: StatementContext, deed: EarlierDeed): string {
  const parts = [context.attemptId, deed.logSeq, deed.verb, deed.object.id, deed.scoringVersion ?? ''];
  return uuidV5(Buffer.from(parts.join('|')), namespaceBytes);
}

function statementOf(
  id: string,
  entry: LogEntry,
  context: StatementContext,
  deed: Deed,
  part: number,
): Statement {
  const { homePage, name } = context.actor;
  return {
    id,
    timestamp: new Date(entry.at + part).toISOString(),
    actor: { objectType: 'Agent', account: { homePage, name } },
    verb: verbs[deed.verb],
    object: deed.object,
    ...(deed.result === undefined ? {} : { result: deed.result }),
    context: contextOf(entry, context, deed),
  };
}

function contextOf(entry: LogEntry, context: StatementContext, deed: Deed): Context {
  const assessment = assessmentRef(context);
  const parent = parentOf(assessment, deed);
  return {
    registration: context.attemptId,
    revision: context.build,
    platform: 'NUM+',
    language: context.language === 'fr' ? 'fr-CA' : 'en-CA',
    contextActivities: {
      ...(parent === undefined ? {} : { parent: [parent] }),
      grouping: groupingOf(assessment, context, deed),
      category: [profileRef, ...(deed.categories ?? [])],
    },
    ...(deed.about === undefined
      ? {}
      : { statement: { objectType: 'StatementRef', id: statementId(context, deed.about) } }),
    extensions: extensionsOf(entry, context, deed),
  };
}

/** The direct container: the scene for what happens in it, the assessment for a scene, none for the assessment. */
function parentOf(assessment: ActivityRef, deed: Deed): ActivityRef | undefined {
  if (deed.object.id === assessment.id) return undefined;
  if (deed.scene === undefined) return assessment;
  const scenario = scenarioRef(deed.scene);
  return deed.object.id === scenario.id ? assessment : scenario;
}

function groupingOf(assessment: ActivityRef, { courseId }: StatementContext, deed: Deed): ActivityRef[] {
  const course = courseId === null ? [] : [courseRef(courseId)];
  return [...(deed.object.id === assessment.id ? [] : [assessment]), gameRef, ...course];
}

function extensionsOf(entry: LogEntry, context: StatementContext, deed: Deed): Extensions {
  return {
    [extensions.seq]: entry.logSeq,
    [extensions.epoch]: entry.epoch,
    ...('tMs' in entry ? { [extensions.tMs]: entry.tMs } : {}),
    ...(deed.app === undefined ? {} : { [extensions.app]: deed.app }),
    [extensions.form]: localId(context.form),
    [extensions.attemptNumber]: context.attemptNumber,
    [extensions.bankVersion]: context.bankVersion,
    ...(deed.scene === undefined ? {} : { [extensions.worldVersion]: deed.scene.worldVersion }),
    ...(deed.scene?.eased === true ? { [extensions.eased]: true } : {}),
    ...deed.extensions,
  };
}
