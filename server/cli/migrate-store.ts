import { resolve } from 'node:path';
import type { Command } from 'commander';
import { AppError } from '../base/errors.ts';
import { pick } from '../base/pick.ts';
import { inspectTransferTarget, openTransferSource, openTransferTarget } from '../storage/open-transfer.ts';
import type { TransferSource, TransferTarget } from '../storage/ports/transfer.ts';
import type { OperatorLanguage } from '../base/operator-language.ts';
import { explainCode } from './words/explain-code.ts';
import { type Stage, moveStore, type Progress, tallyStore } from '../upkeep/migrate-store.ts';
import type { Tally } from '../upkeep/tally.ts';
import { noteMove } from '../records/note-copies.ts';
import { inLanguage, languageOption } from './language.ts';
import { createNoteDeps } from './note-deps.ts';
import { OperatorError } from './operator-error.ts';
import { printRows } from './output.ts';
import { reportProgress } from './progress.ts';

interface Options {
  readonly from: string;
  readonly to: string;
  readonly apply: boolean;
  readonly restart: boolean;
  readonly language: OperatorLanguage;
  readonly json: boolean;
}

export function addMigrateStoreCommand(program: Command): void {
  program
    .command('migrate-store')
    .description('move the database between SQLite and MongoDB while nothing runs; a dry run without --apply')
    .requiredOption('--from <address>', 'the database to move, as in DATABASE_URL; it is not changed')
    .requiredOption('--to <address>', 'an empty database, as in DATABASE_URL')
    .option('--apply', 'move it', false)
    .option('--restart', 'start over after an interrupted move', false)
    .addOption(languageOption())
    .option('--json', 'print JSON', false)
    .action(migrateStore);
}

function migrateStore({ from, to, apply, restart, language, json }: Options): Promise<void> {
  return inLanguage(language, async (texts) => {
    if (placeOf(from) === placeOf(to)) throw new OperatorError(texts.samePlace);
    const about = createAbout(language);
    const progress = reportProgress(texts.stages);
    const source = await about('--from', () => openTransferSource(from));
    try {
      const state = await about('--to', () => inspectTransferTarget(to));
      if (state === 'begun' && !restart) throw new OperatorError(texts.moveBegun);
      const tallies = apply
        ? await move(source, await about('--to', () => openTransferTarget(to)), progress)
        : await about('--from', () => tallyStore(source.rows, progress('counting')));
      printRows(
        tallies.map((tally) => pick(tally, 'kind', 'rows', 'digest')),
        json,
      );
      process.stderr.write(`${apply ? texts.moved : texts.moveToDo}\n`);
    } finally {
      await source.close();
    }
  });
}

async function move(
  source: TransferSource,
  target: TransferTarget,
  progress: (stage: Stage) => Progress,
): Promise<Tally[]> {
  try {
    const tallies = await moveStore(source.rows, target, progress, () =>
      noteMove(createNoteDeps(), source.rows, target),
    );
    // No kind of row: a move never empties it.
    await target.erasedList.add([...(await source.erasedList.list())]);
    return tallies;
  } finally {
    await target.close();
  }
}

type About = <Result>(option: '--from' | '--to', work: () => Promise<Result>) => Promise<Result>;

/** Names the option, never the address, which may hold a password. */
function createAbout(language: OperatorLanguage): About {
  return async (option, work) => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      throw new OperatorError(explainCode(error, language).replaceAll('DATABASE_URL', option));
    }
  };
}

function placeOf(url: string): string {
  return url.startsWith('sqlite:') ? resolve(url.slice('sqlite:'.length)) : url;
}
