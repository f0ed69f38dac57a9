/** `backup`: a checked copy of the database while the tool runs. */
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { openUpkeep } from '../storage/open-upkeep.ts';
import type { DatabaseState } from '../storage/ports/upkeep.ts';
import { printRows } from './output.ts';

const note = `SECRET_KEY is not in the copy, and without it what is sealed there is lost: keep both, apart from each other.
Keys of persons, studies and LMSs are in the copy, sealed under it. Whoever has both can read everything.
`;

export function addBackupCommand(program: Command): void {
  program
    .command('backup')
    .description('copy the database to a new file while the tool runs, and check the copy')
    .argument('<file>', 'where the copy goes; nothing may be there yet')
    .option('--json', 'print JSON', false)
    .action(async (file: string, { json }: { json: boolean }) => {
      const upkeep = await openUpkeep(readConfig().databaseUrl);
      try {
        printRows([describeCopy(file, await upkeep.copyTo(file))], json);
        process.stderr.write(note);
      } finally {
        await upkeep.close();
      }
    });
}

/** What an operator compares between a copy and what is made of it. */
export function describeCopy(
  file: string,
  { version, bytes, rows }: DatabaseState,
): Record<string, string | number> {
  const { persons = 0, attempts = 0, entries = 0, statements = 0 } = rows;
  return { file, version, bytes, persons, attempts, entries, statements, checked: 'whole' };
}
