/** `outbox status`: how far the statements of each destination are. */
import type { Command } from 'commander';
import { printRows } from './output.ts';
import { withContext } from './with-context.ts';

export function addOutboxCommand(program: Command): void {
  const outbox = program.command('outbox').description('statements on their way to record stores');
  outbox
    .command('status')
    .description('pending, sent and dead deliveries per destination')
    .option('--json', 'print JSON', false)
    .action(({ json }: { json: boolean }) =>
      withContext(async ({ storage: { destinations, deliveries } }) => {
        const rows = [];
        for (const destination of await destinations.list({ limit: 100 })) {
          const summary = await deliveries.summary(destination.organisationId, destination.id);
          rows.push({
            endpoint: destination.endpoint,
            status: destination.status,
            because: destination.pausedBecause,
            pending: summary.pending,
            sent: summary.sent,
            dead: summary.dead,
            oldest: summary.oldestPendingAt === null ? null : new Date(summary.oldestPendingAt).toISOString(),
          });
        }
        printRows(rows, json);
      }),
    );
}
