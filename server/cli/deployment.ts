import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { approveDeployment, listDeployments } from '../organisations/manage-platform.ts';
import { listPlatforms } from './list-platforms.ts';
import { printRows } from './output.ts';
import { withContext } from './with-context.ts';

export function addDeploymentCommand(program: Command): void {
  const deployment = program
    .command('deployment')
    .description('deployments of the tool in LMSs; unknown ones wait here for approval');
  deployment
    .command('list')
    .description('list deployments, oldest platform first')
    .option('--pending', 'only those waiting for approval', false)
    .option('--json', 'print JSON', false)
    .action(({ pending, json }: { pending: boolean; json: boolean }) =>
      withContext(async (context) => {
        const rows = await describeDeployments(context);
        printRows(pending ? rows.filter(({ status }) => status === 'pending') : rows, json);
      }),
    );
  deployment
    .command('approve')
    .description('accept launches of a waiting deployment')
    .argument('<ref>', 'reference of the platform, as `deployment list` shows it')
    .argument('<deployment>', 'the deployment, as `deployment list` shows it')
    .option('--client-id <id>', 'which registration, if several have this deployment')
    .option('--json', 'print JSON', false)
    .action((ref: string, deploymentId: string, options: { clientId?: string; json: boolean }) =>
      withContext(async (context) => {
        const { clientId = null, json } = options;
        const { status } = await approveDeployment(context, { ref, deploymentId, clientId });
        printRows([{ platform: ref, deployment: deploymentId, status }], json);
      }),
    );
}

async function describeDeployments(context: Context): Promise<Record<string, string>[]> {
  const rows: Record<string, string>[] = [];
  for (const { platform, registrations } of await listPlatforms(context)) {
    for (const { registrationId, deploymentId, status, createdAt } of await listDeployments(
      context,
      platform,
    )) {
      const registration = registrations.find(({ id }) => id === registrationId);
      rows.push({
        platform: platform.name,
        ref: platform.ref,
        clientId: registration?.clientId ?? '',
        deployment: deploymentId,
        status,
        registration: registration?.active === true ? 'active' : 'inactive',
        since: new Date(createdAt).toISOString(),
      });
    }
  }
  return rows;
}
