/** Refuses to replace a database. */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { readConfig } from '../base/config.ts';
import { createSecrets } from '../base/secrets.ts';
import { applyErasedList } from '../erasure/apply-erased.ts';
import { applyTakenBack } from '../erasure/apply-taken-back.ts';
import { addErasedFiles, erasedFileOf } from '../upkeep/erased-file.ts';
import { openUpkeep, restoreDatabase } from '../upkeep/open-upkeep.ts';
import type { OperatorLanguage } from '../base/operator-language.ts';
import { countSealed } from '../upkeep/sealed-values.ts';
import { describeCopy } from './backup.ts';
import { inLanguage, languageOption } from './language.ts';
import { OperatorError } from './operator-error.ts';
import { printRows } from './output.ts';
import { reportProgress } from './progress.ts';
import { withContext } from './with-context.ts';

interface Options {
  readonly restart: boolean;
  readonly erased?: string;
  readonly language: OperatorLanguage;
  readonly json: boolean;
}

export function addRestoreCommand(program: Command): void {
  program
    .command('restore')
    .description('check a backup and restore it to DATABASE_URL, which must be empty')
    .argument('<file>', 'a file that `backup` made; it is not changed')
    .option('--restart', 'start over after an interrupted restore', false)
    .option('--erased <file>', 'a newer list of erased people, as `backup` writes it beside a copy')
    .addOption(languageOption())
    .option('--json', 'print JSON', false)
    .action(restore);
}

function restore(file: string, { restart, erased, language, json }: Options): Promise<void> {
  return inLanguage(language, async (texts) => {
    const { stages, restoredUnreadable, restoredErased, restoredTakenBack, unknownList } = texts;
    if (erased !== undefined && !existsSync(erased)) throw new OperatorError(unknownList);
    const { databaseUrl, secretKey, secretKeyPrevious } = readConfig();
    const rows = await restoreDatabase(databaseUrl, file, { restart, progress: reportProgress(stages) });
    const upkeep = await openUpkeep(databaseUrl);
    try {
      await addErasedFiles(upkeep, [erasedFileOf(file), ...(erased === undefined ? [] : [erased])]);
      const counts = Object.values(await countSealed(upkeep, createSecrets(secretKey, secretKeyPrevious)));
      const sealed = counts.reduce((sum, { unreadable }) => sum + unreadable, 0);
      const { version, bytes } = await upkeep.inspect();
      printRows([{ ...describeCopy(file, { version, bytes, rows }), unreadable: sealed }], json);
      if (sealed > 0) throw new OperatorError(restoredUnreadable(sealed));
    } finally {
      await upkeep.close();
    }
    const { erased: people, takenBack } = await obeyList();
    if (people > 0) process.stderr.write(`${restoredErased(people)}\n`);
    if (takenBack > 0) process.stderr.write(`${restoredTakenBack(takenBack)}\n`);
  });
}

/** Opens the database only if the list names something: opening migrates an older copy. */
async function obeyList(): Promise<{ readonly erased: number; readonly takenBack: number }> {
  const upkeep = await openUpkeep(readConfig().databaseUrl);
  try {
    if ((await upkeep.erasedList.list()).size === 0) return { erased: 0, takenBack: 0 };
  } finally {
    await upkeep.close();
  }
  const done = { erased: 0, takenBack: 0 };
  await withContext(async (context) => {
    done.erased = await applyErasedList(context);
    done.takenBack = await applyTakenBack(context);
  });
  return done;
}
