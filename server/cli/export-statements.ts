import { existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import type { Tier } from '../../xapi/statement-draft.ts';
import type { Context } from '../context.ts';
import { recordReading } from '../records/readings.ts';
import { parseCursor } from '../research/export-cursor.ts';
import { beginExport, reopenExport, writeExport, writeManifest } from '../research/export-file.ts';
import { type ExportCounts, ExportTally, toLines } from '../research/export-lines.ts';
import {
  countExported,
  type ExportFilters,
  type ExportScope,
  exportStatements,
} from '../research/export-statements.ts';
import { writeReceipts } from '../research/receipt-file.ts';
import type { Study } from '../storage/ports/organisations.ts';
import { findStudy } from './find-study.ts';
import { OperatorError } from './operator-error.ts';
import { moment, tier } from './option-values.ts';
import { purposeDetails, type PurposeOptions, withPurpose } from './reading-purpose.ts';
import { withContext } from './with-context.ts';

interface ExportOptions extends Omit<ExportFilters, 'personId' | 'purpose'>, PurposeOptions {
  readonly tier: Tier;
  readonly study?: string;
  readonly attempt?: string;
  readonly person?: string;
  readonly activity?: string;
  readonly course?: string;
  readonly out?: string;
  readonly resume: boolean;
  readonly after?: string;
}

export function addStatementsExport(parent: Command): void {
  withPurpose(parent.command('statements'))
    .description('xAPI statements as JSON Lines, byte for byte as sent to record stores')
    .option('--study <id>', 'the study, if there are several')
    .option('--attempt <id>', 'one attempt')
    .option('--person <id>', 'one person, by their id in this tool')
    .option('--activity <id>', 'one activity, by its id in the LMS')
    .option('--course <id>', 'one course, by its id in the LMS')
    .option('--since <date>', 'what happened from this moment on (UTC unless it names a zone)', moment)
    .option('--until <date>', 'what happened before this moment', moment)
    .option('--tier <number>', 'level of detail: 1 results, 2 also actions, 3 everything', tier, 3)
    .option('--out <file>', 'write to this file, with a manifest beside it (default: standard output)')
    .option('--resume', 'continue an interrupted file', false)
    .option('--after <cursor>', 'continue after the cursor of an earlier export')
    .action((options: ExportOptions) => withContext((context) => exportAs(context, options)));
}

async function exportAs(context: Context, options: ExportOptions): Promise<void> {
  const { out, resume } = options;
  if (resume && (out === undefined || options.after !== undefined)) {
    throw new OperatorError('--resume goes with --out, and without --after.');
  }
  if (out !== undefined && !resume && existsSync(out)) {
    throw new OperatorError(`${out} already exists. Name another file, or give --resume.`);
  }
  const details = purposeDetails(options);
  const study = await findStudy(context, options.study);
  const scope = scopeOf(study, options);
  await note(context, study, scope, { ...options, details });
  const counts =
    out === undefined
      ? await exportToOutput(context, scope, options)
      : await exportToFile(context, scope, { ...options, study: study.id }, out);
  process.stderr.write(`${JSON.stringify(counts)}\n`);
}

interface Noted extends ExportOptions {
  readonly details: Readonly<Record<string, string>>;
}

async function note(
  context: Context,
  { id: studyId, organisationId }: Study,
  scope: ExportScope,
  { attempt, person, activity, course, tier, resume, details }: Noted,
): Promise<void> {
  const found =
    attempt === undefined ? undefined : await context.storage.attempts.find(organisationId, attempt);
  const personId = found?.attempt.personId ?? person;
  await recordReading(context, {
    organisationId,
    actor: 'operator',
    action: 'statements.exported',
    subject: personId === undefined ? `study:${studyId}` : `person:${personId}`,
    details: {
      ...details,
      study: studyId,
      tier,
      ...(attempt === undefined ? {} : { attempt }),
      ...(activity === undefined ? {} : { activity }),
      ...(course === undefined ? {} : { course }),
      ...(resume ? { resumed: true } : {}),
      ...(await countExported(context, scope)),
    },
  });
}

async function exportToOutput(
  context: Context,
  scope: ExportScope,
  { after }: ExportOptions,
): Promise<ExportCounts> {
  const tally = new ExportTally();
  const rows = exportStatements(context, scope, cursorOf(after));
  await pipeline(Readable.from(toLines(rows, tally)), process.stdout, { end: false });
  return tally.counts();
}

async function exportToFile(
  context: Context,
  scope: ExportScope,
  options: ExportOptions,
  out: string,
): Promise<ExportCounts> {
  const begun = options.resume ? await reopen(out) : beginExport();
  const rows = exportStatements(context, scope, begun.cursor ?? cursorOf(options.after));
  const counts = await writeExport(out, begun, rows);
  const isWhole =
    options.tier === 3 && [options.since, options.until, options.after].every((one) => one === undefined);
  // A part of an attempt can't be compared with its receipt.
  const attemptIds = isWhole ? begun.tally.attemptIds() : [];
  const receipts = await writeReceipts(context, out, scope.organisationId, attemptIds);
  const { study, attempt, person, activity, course, purpose, after } = options;
  await writeManifest(out, {
    what: 'NUM+ xAPI statements, JSON Lines',
    build: context.build,
    madeAt: iso(context.clock()),
    organisation: scope.organisationId,
    purpose,
    study: study ?? null,
    attempt: attempt ?? null,
    person: person ?? null,
    tier: options.tier,
    activity: activity ?? null,
    course: course ?? null,
    since: iso(options.since),
    until: iso(options.until),
    after: after ?? null,
    ...counts,
    receipts,
  });
  return counts;
}

async function reopen(out: string): ReturnType<typeof reopenExport> {
  try {
    return await reopenExport(out);
  } catch (error) {
    if (error instanceof RangeError) throw new OperatorError(`${error.message}. Nothing was changed.`);
    throw error;
  }
}

function cursorOf(text: string | undefined): ReturnType<typeof parseCursor> {
  if (text === undefined) return undefined;
  const cursor = parseCursor(text);
  if (cursor === undefined) throw new OperatorError('--after takes a cursor that an earlier export printed.');
  return cursor;
}

function scopeOf({ id: studyId, organisationId }: Study, options: ExportOptions): ExportScope {
  const { attempt, person, activity, course, since, until, purpose, tier } = options;
  return {
    organisationId,
    purpose,
    tier,
    of: attempt === undefined ? { studyId } : { studyId, attemptId: attempt },
    ...(activity === undefined && course === undefined
      ? {}
      : {
          includesActivity: (link): boolean =>
            (activity === undefined || link.resourceLinkId === activity) &&
            (course === undefined || link.contextId === course),
        }),
    ...(person === undefined ? {} : { personId: person }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
}

function iso(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}
