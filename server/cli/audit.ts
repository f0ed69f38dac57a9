import type { Command } from 'commander';
import { listAll } from '../storage/read-pages.ts';
import { listOrganisations } from './list-platforms.ts';
import { moment } from './option-values.ts';
import { printRows } from './output.ts';
import { withContext } from './with-context.ts';

export function addAuditCommand(program: Command): void {
  program
    .command('audit')
    .description('the append-only record of what operators, staff and registering LMSs did')
    .command('list')
    .description('list the record, oldest first')
    .option('--since <date>', 'from this moment on (UTC unless it names a zone)', moment, 0)
    .option('--json', 'print JSON', false)
    .action(({ since, json }: { since: number; json: boolean }) =>
      withContext(async ({ storage }) => {
        const rows = [];
        for (const { id, name } of await listOrganisations(storage)) {
          for (const row of await listAll((page) => storage.audit.list(id, { ...page, since }))) {
            rows.push({
              at: new Date(row.at).toISOString(),
              organisation: name,
              actor: row.actor,
              action: row.action,
              subject: row.subject,
              details: JSON.stringify(row.details),
            });
          }
        }
        printRows(rows, json);
      }),
    );
}
