import type { Command } from 'commander';
import type { Context } from '../context.ts';
import {
  approveDeployment,
  getDeployment,
  listDeployments,
  revokeDeployment,
} from '../organisations/manage-platform.ts';
import { listPlatforms } from './list-platforms.ts';
import { OperatorError } from './operator-error.ts';
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
  named(deployment, 'approve', 'accept launches of a waiting or revoked deployment').action(
    (ref: string, deploymentId: string, { clientId, json }: NamedOptions) =>
      withContext(async (context) => {
        const { status } = await approveDeployment(context, {
          ref,
          deploymentId,
          clientId: clientId ?? null,
        });
        printRows([{ platform: ref, deployment: deploymentId, status }], json);
      }),
  );
  named(deployment, 'revoke', 'accept no launches, send no grades and end its sessions; attempts stay')
    .option('--yes', 'do it; without it the command only shows what it would revoke', false)
    .action((ref: string, deploymentId: string, options: NamedOptions & { readonly yes: boolean }) =>
      withContext((context) => revoke(context, ref, deploymentId, options)),
    );
}

interface NamedOptions {
  readonly clientId?: string;
  readonly json: boolean;
}

function named(deployment: Command, name: string, description: string): Command {
  return deployment
    .command(name)
    .description(description)
    .argument('<ref>', 'reference of the platform, as `deployment list` shows it')
    .argument('<deployment>', 'the deployment, as `deployment list` shows it')
    .option('--client-id <id>', 'which registration, if several have this deployment')
    .option('--json', 'print JSON', false);
}

async function revoke(
  context: Context,
  ref: string,
  deploymentId: string,
  { clientId, yes, json }: NamedOptions & { readonly yes: boolean },
): Promise<void> {
  const request = { ref, deploymentId, clientId: clientId ?? null };
  if (!yes) {
    const { status } = await getDeployment(context, request);
    printRows([{ platform: ref, deployment: deploymentId, status }], json);
    throw new OperatorError('Nothing was revoked. Give --yes to revoke this deployment.');
  }
  const { deployment, launches } = await revokeDeployment(context, request);
  printRows([{ platform: ref, deployment: deploymentId, status: deployment.status, launches }], json);
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
