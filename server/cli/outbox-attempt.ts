import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { type Completeness, readCompleteness, readDeliveries } from '../research/completeness.ts';
import { reconcile } from '../research/reconcile.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { Destination } from '../storage/ports/destinations.ts';
import { findAttempt } from './find-attempt.ts';
import { findDestination, listDestinations } from './find-destination.ts';
import { OperatorError } from './operator-error.ts';
import { printRows } from './output.ts';
import { withContext } from './with-context.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** One row per record store of the attempt's study, or a single row if there is none. */
export async function describeAttempt(context: Context, attemptId: string): Promise<Row[]> {
  const own = await findAttempt(context.storage, attemptId);
  const completeness = await readCompleteness(context, own);
  const made = describeMade(completeness);
  const destinations = await listOf(context, own);
  if (destinations.length === 0)
    return [{ ...made, store: null, sent: 0, pending: 0, dead: 0, discarded: 0 }];
  const rows: Row[] = [];
  for (const destination of destinations) {
    const states = await readDeliveries(context, destination, attemptId);
    const count = (wanted: string): number => states.filter(({ state }) => state === wanted).length;
    const expected = completeness.statements.filter(({ tier }) => tier <= destination.tier).length;
    // Statements without a delivery row are pending too: the worker creates the row later.
    const pending = isRecipient(destination, own)
      ? expected - states.length + count('pending')
      : count('pending');
    const counts = { sent: count('sent'), pending, dead: count('dead'), discarded: count('discarded') };
    rows.push({ ...made, store: destination.id, ...counts });
  }
  return rows;
}

export function addReconcileCommand(outbox: Command): void {
  outbox
    .command('reconcile')
    .description('ask record stores what they hold of an attempt, and list what is missing')
    .requiredOption('--attempt <id>', 'the attempt')
    .option('--lrs <id>', 'only this record store, as `lrs list` shows it')
    .option('--requeue', 'send again what is missing', false)
    .option('--json', 'print JSON', false)
    .action((options: ReconcileOptions) => withContext((context) => reconcileAndPrint(context, options)));
}

interface ReconcileOptions {
  readonly attempt: string;
  readonly lrs?: string;
  readonly requeue: boolean;
  readonly json: boolean;
}

/** @throws OperatorError if something is missing or a store did not answer, after printing everything */
async function reconcileAndPrint(
  context: Context,
  { attempt, lrs, requeue, json }: ReconcileOptions,
): Promise<void> {
  const own = await findAttempt(context.storage, attempt);
  const stores =
    lrs === undefined ? await listOf(context, own) : [await findDestination(context.storage, lrs)];
  const rows: Row[] = [];
  let isWhole = true;
  for (const store of stores) {
    const found = await reconcile(context, store, own, requeue);
    const place = { store: store.id, endpoint: store.endpoint };
    if (found.state === 'unanswered') {
      rows.push({ ...place, state: found.state, said: found.message });
      isWhole = false;
      continue;
    }
    const { state, sent, held, missing, foreign, requeued } = found;
    const counts = { sent, held, missing: missing.length, foreign: foreign.length, requeued };
    rows.push({ ...place, state, ...counts, ids: [...missing, ...foreign].join(' ') });
    if (missing.length > requeued) isWhole = false;
  }
  printRows(rows, json);
  if (!isWhole) throw new OperatorError('Some statements are missing, or a record store did not answer.');
}

async function listOf({ storage }: Context, { attempt }: AttemptWithProgress): Promise<Destination[]> {
  return (await listDestinations(storage)).filter(
    ({ organisationId, studyId }) => organisationId === attempt.organisationId && studyId === attempt.studyId,
  );
}

function isRecipient({ purpose }: Destination, { progress }: AttemptWithProgress): boolean {
  return purpose === 'operational' || progress.research === 'given';
}

function describeMade({ attempt, status, lastSeq, statements, logGaps, statementGaps }: Completeness): Row {
  const spell = (gaps: Completeness['logGaps']): string =>
    gaps.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
  return {
    attempt,
    status,
    log: `1–${lastSeq}`,
    statements: statements.length,
    logGaps: spell(logGaps),
    statementGaps: spell(statementGaps),
  };
}
