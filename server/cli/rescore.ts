/** By default a dry run. */
import { type Command, InvalidArgumentError } from 'commander';
import type { RescoreRequest, Rescoring } from '../attempts/rescore.ts';
import type { Context } from '../context.ts';
import { type RescoredAttempt, type RescoreFilter, rescoreStudy } from '../organisations/rescore-attempts.ts';
import { explainLeftAlone } from './words/rescoring.ts';
import { recordReading } from '../records/readings.ts';
import type { Attempt } from '../storage/ports/attempts.ts';
import { listAll } from '../storage/read-pages.ts';
import { listOrganisations } from './list-platforms.ts';
import { OperatorError } from './operator-error.ts';
import { printJson, printRows } from './output.ts';
import { withContext } from './with-context.ts';
import { counted } from '../base/plural.ts';

interface RescoreOptions {
  readonly study?: string;
  readonly form?: string;
  readonly attempt?: string;
  readonly bank?: number;
  readonly keepResults: boolean;
  readonly apply: boolean;
  readonly dryRun: boolean;
  readonly grades: boolean;
  readonly json: boolean;
}

export function addRescoreCommand(program: Command): void {
  program
    .command('rescore')
    .description(
      'score finished attempts again with the newest rules or another bank; without --apply, say what would change',
    )
    .option('--study <id>', 'only attempts of this study')
    .option('--form <id>', 'only attempts of this form')
    .option('--attempt <id>', 'only this attempt')
    .option(
      '--bank <version>',
      'use this version of the bank (default: the version of each attempt)',
      version,
    )
    .option('--keep-results', 'keep the points of each scene and only estimate again', false)
    .option('--grades', 'send changed scores to the gradebooks', false)
    .option('--apply', 'write the changes', false)
    .option('--dry-run', 'write nothing (default)', false)
    .option('--json', 'print JSON', false)
    .action((options: RescoreOptions) => withContext((context) => run(context, options)));
}

function version(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError('It must be a version such as 2.');
  return Number(value);
}

async function run(context: Context, options: RescoreOptions): Promise<void> {
  const { apply, dryRun, bank, keepResults, grades, json } = options;
  if (apply && dryRun) throw new OperatorError('Use either --apply or --dry-run, not both.');
  // Checks the bank once, not for every attempt.
  if (bank !== undefined) context.content.getBank(bank);
  const request: RescoreRequest = {
    bankVersion: bank ?? null,
    scoring: keepResults ? 'kept' : 'newest',
    isRegraded: grades,
    isDryRun: !apply,
  };
  const filter = {
    study: options.study ?? null,
    form: options.form ?? null,
    attempt: options.attempt ?? null,
  };
  const totals = { attempts: 0, changed: 0, same: 0, leftAlone: 0, grades: 0 };
  const rows = [];
  const scored = new Map<string, Scored>();
  for await (const one of rescoreMatching(context, filter, request)) {
    count(totals, one.rescoring);
    addScored(scored, one.attempt);
    if (isWorthALine(one.rescoring)) rows.push(describe(one, apply));
    if (totals.attempts % 100 === 0) process.stderr.write(`… ${totals.attempts} attempts\n`);
  }
  if (!apply) await note(context, scored, filter);
  if (json) {
    printJson({ isApplied: apply, totals, attempts: rows });
    return;
  }
  if (rows.length > 0) printRows(rows, false);
  process.stdout.write(
    `${counted('en', totals.attempts, { one: 'attempt', other: 'attempts' })}: ${totals.changed} ${apply ? 'changed' : 'would change'}, ${totals.same} unchanged, ${totals.leftAlone} left alone; ${counted('en', totals.grades, { one: 'grade', other: 'grades' })} ${apply ? 'will be sent' : 'would be sent'}.\n`,
  );
  if (!apply) process.stdout.write('Nothing was written; --apply writes it.\n');
}

async function* rescoreMatching(
  context: Context,
  filter: RescoreFilter,
  request: RescoreRequest,
): AsyncGenerator<RescoredAttempt> {
  const { storage } = context;
  let studies = 0;
  let attempts = 0;
  for (const { id } of await listOrganisations(storage)) {
    for (const study of await listAll((page) => storage.studies.list(id, page))) {
      if (filter.study !== null && study.id !== filter.study) continue;
      studies += 1;
      for await (const one of rescoreStudy(context, study, filter, request)) {
        attempts += 1;
        yield one;
      }
    }
  }
  if (filter.study !== null && studies === 0) throw new OperatorError(`There is no study ${filter.study}.`);
  if (filter.attempt !== null && attempts === 0) {
    throw new OperatorError(`There is no attempt ${filter.attempt} that also matches the other options.`);
  }
}

interface Scored {
  readonly organisationId: string;
  readonly attempts: number;
}

function addScored(scored: Map<string, Scored>, { studyId, organisationId }: Attempt): void {
  scored.set(studyId, { organisationId, attempts: (scored.get(studyId)?.attempts ?? 0) + 1 });
}

/** A run that writes has rows of its own. By study; @throws AppError audit.unwritten */
async function note(
  context: Context,
  scored: ReadonlyMap<string, Scored>,
  { attempt }: RescoreFilter,
): Promise<void> {
  for (const [studyId, { organisationId, attempts }] of scored) {
    await recordReading(context, {
      organisationId,
      actor: 'operator',
      action: 'scores.compared',
      subject: `study:${studyId}`,
      details: { attempts, ...(attempt === null ? {} : { attempt }) },
    });
  }
}

function count(
  totals: { attempts: number; changed: number; same: number; leftAlone: number; grades: number },
  rescoring: Rescoring,
): void {
  totals.attempts += 1;
  if (rescoring.outcome === 'left-alone') totals.leftAlone += 1;
  else {
    totals[rescoring.outcome] += 1;
    totals.grades += rescoring.grades;
  }
}

/** Unchanged attempts are not printed: they would hide the others. */
function isWorthALine(rescoring: Rescoring): boolean {
  return rescoring.outcome !== 'same' || rescoring.grades > 0;
}

function describe(
  { attempt, rescoring }: RescoredAttempt,
  isApplied: boolean,
): Record<string, string | number | null> {
  const head = { attempt: attempt.id, form: attempt.form };
  if (rescoring.outcome === 'left-alone') {
    const blank = { scoreWas: null, score: null, levelWas: null, level: null, bankWas: null, bank: null };
    const why = explainLeftAlone(rescoring.because);
    return { ...head, outcome: 'left alone', ...blank, items: null, processes: null, grades: null, why };
  }
  const { outcome, before, after, itemsChanged, processesChanged, grades } = rescoring;
  const changed = isApplied ? 'changed' : 'would change';
  return {
    ...head,
    outcome: outcome === 'same' ? 'same' : changed,
    scoreWas: before.score,
    score: after.score,
    levelWas: before.measure?.overall.level ?? null,
    level: after.measure?.overall.level ?? null,
    bankWas: before.measure?.bankVersion ?? null,
    bank: after.measure?.bankVersion ?? null,
    items: itemsChanged,
    processes: processesChanged,
    grades,
    why: '',
  };
}
