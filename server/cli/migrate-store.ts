/** `migrate-store`: moves a database between SQLite and MongoDB, and compares what both hold. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { AppError } from '../errors.ts';
import { inspectTransferTarget, openTransferSource, openTransferTarget } from '../storage/open-transfer.ts';
import type { TransferSource } from '../storage/ports/transfer.ts';
import { explainCode } from '../texts/operator.ts';
import {
  copyStore,
  listDifferences,
  type Progress,
  type Tally,
  tallyStore,
} from '../upkeep/migrate-store.ts';
import { OperatorError } from './operator-error.ts';
import { printRows } from './output.ts';

interface Options {
  readonly from: string;
  readonly to: string;
  readonly apply: boolean;
  readonly restart: boolean;
  readonly json: boolean;
}

export function addMigrateStoreCommand(program: Command): void {
  program
    .command('migrate-store')
    .description(
      'move the database between SQLite and MongoDB while nothing runs; says what it would move without --apply',
    )
    .requiredOption('--from <address>', 'the database to move, as in DATABASE_URL; it stays as it is')
    .requiredOption('--to <address>', 'an empty database, as in DATABASE_URL')
    .option('--apply', 'move it', false)
    .option('--restart', 'begin a move that was broken off anew', false)
    .option('--json', 'print JSON', false)
    .action(migrateStore);
}

async function migrateStore({ from, to, apply, restart, json }: Options): Promise<void> {
  if (placeOf(from) === placeOf(to)) throw new OperatorError('--from and --to name the same database.');
  const source = await about('--from', () => openTransferSource(from));
  try {
    const state = await about('--to', () => inspectTransferTarget(to));
    if (state === 'begun' && !restart) {
      throw new OperatorError('A move to this place was broken off. Begin it anew with --restart.');
    }
    const tallies = apply
      ? await move(source, to)
      : await about('--from', () => tallyStore(source.shelves, tell('counting')));
    printRows(
      tallies.map(({ kind, rows, digest }) => ({ kind, rows, digest })),
      json,
    );
    process.stderr.write(
      apply
        ? 'Both hold the same. Name the new database in DATABASE_URL, with the same SECRET_KEY, and start.\n'
        : 'Nothing was written. The same with --apply moves this.\n',
    );
  } finally {
    await source.close();
  }
}

async function move({ shelves }: TransferSource, to: string): Promise<Tally[]> {
  const target = await about('--to', () => openTransferTarget(to));
  try {
    await copyStore(shelves, target.shelves, tell('moving'));
    const before = await tallyStore(shelves, tell('reading --from'));
    const after = await tallyStore(target.shelves, tell('reading --to'));
    const different = listDifferences(before, after);
    if (different.length > 0) {
      throw new OperatorError(
        `What was written differs: ${different.join(', ')}. Was --from in use? Begin anew with --restart.`,
      );
    }
    await target.finish();
    return after;
  } finally {
    await target.close();
  }
}

/** What is wrong with an address is said of its option, and without the address: it may hold a password. */
async function about<Result>(option: '--from' | '--to', work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new OperatorError(explainCode(error).replaceAll('DATABASE_URL', option));
  }
}

/** Every so many rows a line, so that a long move is seen to go on. */
const tellEvery = 1_000;

function tell(doing: string): Progress {
  let told = '';
  return (kind, rows) => {
    const line = `${doing} ${kind}${rows < tellEvery ? '' : `: ${Math.floor(rows / tellEvery) * tellEvery}`}`;
    if (line !== told) process.stderr.write(`${line}\n`);
    told = line;
  };
}

function placeOf(url: string): string {
  return url.startsWith('sqlite:') ? resolve(url.slice('sqlite:'.length)) : url;
}
