/** `restore`: puts a copy that `backup` made where no database is. */
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { createSecrets } from '../secrets.ts';
import { openUpkeep, restoreDatabase } from '../storage/open-upkeep.ts';
import { countSealed } from '../upkeep/sealed-values.ts';
import { describeCopy } from './backup.ts';
import { OperatorError } from './operator-error.ts';
import { printRows } from './output.ts';

export function addRestoreCommand(program: Command): void {
  program
    .command('restore')
    .description('check a copy and put it at the place that DATABASE_URL names, where none may be')
    .argument('<file>', 'a copy that `backup` made; it stays as it is')
    .option('--json', 'print JSON', false)
    .action(async (file: string, { json }: { json: boolean }) => {
      const { databaseUrl, secretKey, secretKeyPrevious } = readConfig();
      await restoreDatabase(databaseUrl, file);
      const upkeep = await openUpkeep(databaseUrl);
      try {
        const counts = Object.values(await countSealed(upkeep, createSecrets(secretKey, secretKeyPrevious)));
        const sealed = counts.reduce((sum, { unreadable }) => sum + unreadable, 0);
        printRows([{ ...describeCopy(file, await upkeep.inspect()), unreadable: sealed }], json);
        if (sealed > 0) {
          throw new OperatorError(
            `The copy is in place, but SECRET_KEY does not open ${sealed} sealed values in it. Set the key of its day.`,
          );
        }
      } finally {
        await upkeep.close();
      }
    });
}
