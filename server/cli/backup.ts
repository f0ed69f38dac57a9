import type { Command } from 'commander';
import { readConfig } from '../base/config.ts';
import { noteCopy } from '../records/note-copies.ts';
import { writeErasedFile } from '../upkeep/erased-file.ts';
import { openUpkeep } from '../upkeep/open-upkeep.ts';
import type { DatabaseState } from '../storage/ports/upkeep.ts';
import type { OperatorLanguage } from '../base/operator-language.ts';
import { inLanguage, languageOption } from './language.ts';
import { createNoteDeps } from './note-deps.ts';
import { printRows } from './output.ts';
import { reportProgress } from './progress.ts';

interface Options {
  readonly language: OperatorLanguage;
  readonly json: boolean;
}

export function addBackupCommand(program: Command): void {
  program
    .command('backup')
    .description('copy the database to a new file while the tool runs, and check the copy; recorded')
    .argument('<file>', 'file for the copy; it must not exist yet')
    .addOption(languageOption())
    .option('--json', 'print JSON', false)
    .action((file: string, { language, json }: Options) =>
      inLanguage(language, async ({ copyNote, stages }) => {
        const upkeep = await openUpkeep(readConfig().databaseUrl, reportProgress(stages));
        try {
          await noteCopy(createNoteDeps(), upkeep);
          const copy = describeCopy(file, await upkeep.copyTo(file));
          await writeErasedFile(upkeep, file);
          printRows([copy], json);
          process.stderr.write(`${copyNote}\n`);
        } finally {
          await upkeep.close();
        }
      }),
    );
}

export function describeCopy(
  file: string,
  { version, bytes, rows }: Pick<DatabaseState, 'version' | 'bytes' | 'rows'>,
): Record<string, string | number> {
  const { persons = 0, attempts = 0, entries = 0, statements = 0 } = rows;
  return { file, version, bytes, persons, attempts, entries, statements, checked: 'whole' };
}
