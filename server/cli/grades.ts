import type { Command } from 'commander';
import { pick } from '../base/pick.ts';
import type { Context } from '../context.ts';
import { waitsForColumn } from '../delivery/choose-column.ts';
import { resendGrade } from '../delivery/resend-grade.ts';
import type { GradeRow } from '../storage/ports/grades.ts';
import { explainGradeReason } from './words/grade-reasons.ts';
import { listAll } from '../storage/read-pages.ts';
import { listOrganisations } from './list-platforms.ts';
import { OperatorError } from './operator-error.ts';
import { printJson, printRows } from './output.ts';
import { withContext } from './with-context.ts';

interface ResendOptions {
  readonly failed: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
}

export function addGradesCommand(program: Command): void {
  const grades = program.command('grades').description('scores waiting for gradebooks');
  grades
    .command('status')
    .description('count pending, sent and failed grades, and explain those in trouble')
    .option('--json', 'print JSON', false)
    .action(({ json }: { json: boolean }) =>
      withContext(async (context) => {
        printStatus(await readStatus(context), json);
      }),
    );
  grades
    .command('resend')
    .description('resend a grade that failed or was sent, or all that failed')
    .argument('[id]', 'the grade, as `grades status` shows it')
    .option('--failed', 'all that failed', false)
    .option('--dry-run', 'show what would be sent again, and change nothing', false)
    .option('--json', 'print JSON', false)
    .action((id: string | undefined, options: ResendOptions) =>
      withContext(async (context) => {
        const rows = await findRows(context, id, options.failed);
        printRows(await resend(context, rows, options.dryRun), options.json);
      }),
    );
}

interface Status {
  readonly organisation: string;
  readonly pending: number;
  readonly sent: number;
  readonly failed: number;
  /** Of attempts set aside, and of activities without a column. */
  readonly withdrawn: number;
  readonly oldestPending: string | null;
  /** Activities that wait for a choice of column. */
  readonly columnsToChoose: readonly {
    readonly activity: string;
    readonly title: string;
    readonly grades: number;
  }[];
  /** Grades that failed or wait for a retry. */
  readonly troubled: readonly Readonly<Record<string, string | number | null>>[];
}

async function readStatus({ storage }: Context): Promise<Status[]> {
  const status: Status[] = [];
  for (const { id, name } of await listOrganisations(storage)) {
    const rows = await listAll((page) => storage.grades.list(id, { ...page, states: ['pending', 'failed'] }));
    const oldest = rows.find(({ state }) => state === 'pending');
    status.push({
      organisation: name,
      ...(await storage.grades.count(id)),
      oldestPending: oldest === undefined ? null : toIso(oldest.createdAt),
      columnsToChoose: await listColumnsToChoose(storage, rows),
      troubled: rows.filter(({ lastError }) => lastError !== '').map(describe),
    });
  }
  return status;
}

async function listColumnsToChoose(
  { resourceLinks }: Pick<Context['storage'], 'resourceLinks'>,
  rows: readonly GradeRow[],
): Promise<Status['columnsToChoose']> {
  const counts = new Map<string, { row: GradeRow; grades: number }>();
  for (const row of rows.filter(waitsForColumn)) {
    counts.set(row.resourceLinkId, { row, grades: (counts.get(row.resourceLinkId)?.grades ?? 0) + 1 });
  }
  return Promise.all(
    [...counts].map(async ([activity, { row, grades }]) => {
      const link = await resourceLinks.find(row.organisationId, activity);
      return { activity, title: link?.title ?? '', grades };
    }),
  );
}

function describe(row: GradeRow): Status['troubled'][number] {
  return {
    id: row.id,
    attempt: row.attemptId,
    column: row.dimension ?? 'activity',
    state: row.state,
    tries: row.tries,
    since: toIso(row.pendingSince),
    next: row.state === 'pending' ? toIso(row.nextAt) : null,
    reason: row.lastError,
    why: explainGradeReason(row.lastError),
  };
}

function printStatus(status: readonly Status[], json: boolean): void {
  if (json) {
    printJson(status);
    return;
  }
  printRows(
    status.map((one) => pick(one, 'organisation', 'pending', 'sent', 'failed', 'withdrawn', 'oldestPending')),
    false,
  );
  const toChoose = status.flatMap((one) => one.columnsToChoose);
  if (toChoose.length > 0) {
    process.stdout.write('\nStaff choose the column on the page of these activities:\n');
    printRows(toChoose, false);
  }
  const troubled = status.flatMap((one) => one.troubled);
  if (troubled.length === 0) return;
  process.stdout.write('\n');
  printRows(troubled, false);
}

async function findRows(
  { storage }: Context,
  id: string | undefined,
  allFailed: boolean,
): Promise<GradeRow[]> {
  if ((id === undefined) === !allFailed) throw new OperatorError('Name one grade, or give --failed.');
  const found: GradeRow[] = [];
  for (const organisation of await listOrganisations(storage)) {
    if (id === undefined) {
      const failed = { states: ['failed'] } as const;
      found.push(...(await listAll((page) => storage.grades.list(organisation.id, { ...page, ...failed }))));
    } else {
      const row = await storage.grades.find(organisation.id, id);
      if (row !== undefined) found.push(row);
    }
  }
  if (id !== undefined && found.length === 0) {
    throw new OperatorError(`There is no grade ${id}. \`grades status\` shows those in trouble.`);
  }
  return found;
}

async function resend(
  context: Context,
  rows: readonly GradeRow[],
  dryRun: boolean,
): Promise<Record<string, string>[]> {
  const report: Record<string, string>[] = [];
  for (const { id, organisationId, attemptId, state, lastError } of rows) {
    const request = { organisationId, gradeId: id, actor: 'operator' } as const;
    const isSent = dryRun ? state !== 'pending' || lastError !== '' : await resendGrade(context, request);
    const done = dryRun ? 'would be sent again' : 'will be sent again';
    const outcome = isSent ? done : 'is already pending';
    report.push({ id, attempt: attemptId, was: state, reason: lastError, outcome });
  }
  return report;
}

function toIso(at: number): string {
  return new Date(at).toISOString();
}
