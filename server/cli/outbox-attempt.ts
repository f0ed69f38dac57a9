import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { type Completeness, readCompleteness, readDeliveries } from '../research/completeness.ts';
import { reconcile, type Reconciliation } from '../research/reconcile.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { Destination } from '../storage/ports/destinations.ts';
import { counted } from '../base/plural.ts';
import { explainStore } from '../organisations/store-notes.ts';
import { findAttempt } from './find-attempt.ts';
import { findDestination, listDestinations } from './find-destination.ts';
import { noteAttempt } from './note-attempt.ts';
import { OperatorError } from './operator-error.ts';
import { printRows } from './output.ts';
import { withContext } from './with-context.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** One row per record store of the study, or a single one if there is none. */
export async function describeAttempt(context: Context, attemptId: string): Promise<Row[]> {
  const own = await findAttempt(context.storage, attemptId);
  await noteAttempt(context, own, 'outbox status');
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
  await noteAttempt(context, own, 'outbox reconcile');
  const stores =
    lrs === undefined ? await listOf(context, own) : [await findDestination(context.storage, lrs)];
  const rows: Row[] = [];
  const troubles: string[] = [];
  for (const store of stores) {
    const found = await reconcile(context, store, own, requeue);
    rows.push({ store: store.id, endpoint: store.endpoint, ...describeReconciliation(found) });
    if (found.state === 'unanswered') {
      const { because, status, message } = found;
      const said = [status === 0 ? '' : String(status), message].filter((part) => part !== '').join(' ');
      troubles.push(`${store.id} did not answer. ${explainStore(because)} (${because}: ${said})`);
    } else if (found.missing.length > found.requeued) {
      troubles.push(`${store.id} lacks ${counted('en', found.missing.length, statements)}.`);
    }
  }
  printRows(rows, json);
  if (troubles.length > 0) throw new OperatorError(troubles.join(' '));
}

const statements = { one: 'statement', other: 'statements' };

/** Every row has every column: a table has those of its first row. */
function describeReconciliation(found: Reconciliation): Row {
  const { state } = found;
  if (state === 'unanswered') {
    const counts = { sent: null, held: null, missing: null, foreign: null, requeued: null };
    const { because, status, message } = found;
    return { state, ...counts, ids: '', because, status, said: message };
  }
  const { sent, held, missing, foreign, requeued } = found;
  const counts = { sent, held, missing: missing.length, foreign: foreign.length, requeued };
  const ids = [...missing, ...foreign].join(' ');
  return { state, ...counts, ids, because: '', status: null, said: '' };
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
