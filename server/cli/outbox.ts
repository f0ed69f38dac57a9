import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { type DeadLetterAction, settleDeadLetters } from '../organisations/manage-destinations.ts';
import { recordReading } from '../records/readings.ts';
import type { DeadLetter } from '../storage/ports/deliveries.ts';
import type { Destination } from '../storage/ports/destinations.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { listPages } from '../storage/read-pages.ts';
import { explainStore } from '../organisations/store-notes.ts';
import { findDestination, listDestinations } from './find-destination.ts';
import { OperatorError } from './operator-error.ts';
import { addReconcileCommand, describeAttempt } from './outbox-attempt.ts';
import { printRows } from './output.ts';
import { withContext } from './with-context.ts';

interface DeadOptions {
  readonly lrs?: string;
  readonly json: boolean;
}

interface SettleOptions extends DeadOptions {
  readonly all: boolean;
  readonly note: string;
  readonly dryRun: boolean;
}

export function addOutboxCommand(program: Command): void {
  const outbox = program.command('outbox').description('statements waiting for record stores');
  addStatusCommand(outbox);
  addReconcileCommand(outbox);
  addDeadCommand(outbox);
  addFateCommand(outbox, 'replay', 'send dead letters again', 'replayed');
  addFateCommand(outbox, 'discard', 'discard dead letters for good; the statements stay here', 'discarded');
}

function addStatusCommand(outbox: Command): void {
  outbox
    .command('status')
    .description('count pending, sent, dead and discarded statements per record store')
    .option('--attempt <id>', 'of one attempt: its statements, gaps, and what each store received')
    .option('--json', 'print JSON', false)
    .action(({ json, attempt }: DeadOptions & { readonly attempt?: string }) =>
      withContext(async (context) => {
        if (attempt !== undefined) {
          printRows(await describeAttempt(context, attempt), json);
          return;
        }
        const { storage } = context;
        const rows = [];
        for (const destination of await listDestinations(storage)) {
          const { organisationId, id, endpoint, status, pausedBecause } = destination;
          const { oldestPendingAt, ...counts } = await storage.deliveries.summary(organisationId, id);
          const pending = counts.pending + (await storage.deliveries.countUnqueued(destination));
          const oldest = oldestPendingAt === null ? null : toIso(oldestPendingAt);
          const because = explainStore(pausedBecause);
          rows.push({ id, endpoint, status, because, ...counts, pending, oldest });
        }
        printRows(rows, json);
      }),
    );
}

const lrsMeaning = 'only of this record store, as `lrs list` shows it';

function addDeadCommand(outbox: Command): void {
  outbox
    .command('dead')
    .description('list statements that a record store refused, with its reply; --json shows them whole')
    .option('--lrs <id>', lrsMeaning)
    .option('--json', 'print JSON', false)
    .action(({ lrs, json }: DeadOptions) =>
      withContext(async (context) => {
        const rows = [];
        for (const { destination, letters } of await listDead(context.storage, lrs)) {
          if (letters.length > 0) await noteDead(context, destination, letters);
          for (const { statementId, attemptId, tries, createdAt, lastError, bytes } of letters) {
            const row = { statement: statementId, store: destination.id, attempt: attemptId, tries };
            rows.push({ ...row, since: toIso(createdAt), said: lastError, ...(json ? { bytes } : {}) });
          }
        }
        printRows(rows, json);
      }),
    );
}

function addFateCommand(
  outbox: Command,
  name: 'replay' | 'discard',
  description: string,
  action: DeadLetterAction,
): void {
  outbox
    .command(name)
    .description(description)
    .argument('[statement]', 'one dead letter, as `outbox dead` shows it')
    .option('--all', 'all of them', false)
    .option('--lrs <id>', lrsMeaning)
    .requiredOption('--note <why>', 'the reason, stored in the record (`audit list`); name no person')
    .option('--dry-run', 'show what would change, and change nothing', false)
    .option('--json', 'print JSON', false)
    .action((statement: string | undefined, options: SettleOptions) =>
      withContext(async (context) => {
        printRows(await settle(context, statement, action, options), options.json);
      }),
    );
}

/** @throws AppError audit.unwritten */
function noteDead(
  context: Context,
  { organisationId, id }: Destination,
  letters: readonly DeadLetter[],
): Promise<void> {
  return recordReading(context, {
    organisationId,
    actor: 'operator',
    action: 'dead-letters.read',
    subject: `destination:${id}`,
    details: {
      statements: letters.length,
      attempts: new Set(letters.map(({ attemptId }) => attemptId)).size,
    },
  });
}

interface DeadOfStore {
  readonly destination: Destination;
  readonly letters: readonly DeadLetter[];
}

async function settle(
  context: Context,
  statement: string | undefined,
  action: DeadLetterAction,
  { all, lrs, note, dryRun }: SettleOptions,
): Promise<Record<string, string | number>[]> {
  if ((statement === undefined) === !all) throw new OperatorError('Name one statement, or give --all.');
  if (note.trim() === '') throw new OperatorError('--note: give the reason in a few words.');
  const rows: Record<string, string | number>[] = [];
  for (const { destination, letters } of await listDead(context.storage, lrs)) {
    const chosen = letters.filter(({ statementId }) => all || statementId === statement);
    if (chosen.length === 0) continue;
    const count = dryRun
      ? chosen.length
      : await settleDeadLetters(context, destination, chosen, { action, note });
    const { id, endpoint } = destination;
    rows.push({ store: id, endpoint, statements: count, outcome: dryRun ? `would be ${action}` : action });
  }
  if (!all && rows.length === 0) {
    throw new OperatorError(`There is no dead letter ${String(statement)}. \`outbox dead\` shows them.`);
  }
  return rows;
}

async function listDead(storage: Storage, lrs: string | undefined): Promise<DeadOfStore[]> {
  const destinations =
    lrs === undefined ? await listDestinations(storage) : [await findDestination(storage, lrs)];
  const found: DeadOfStore[] = [];
  for (const destination of destinations)
    found.push({ destination, letters: await readDead(storage, destination) });
  return found;
}

function readDead({ deliveries }: Storage, { organisationId, id }: Destination): Promise<DeadLetter[]> {
  return listPages<DeadLetter, { after?: DeadLetter }>(
    {},
    (page) => deliveries.listDead(organisationId, id, page),
    (after) => ({ after }),
  );
}

function toIso(at: number): string {
  return new Date(at).toISOString();
}
