import type { Command } from 'commander';
import { getPlatformQuirks } from '../../lti/platform-quirks.ts';
import type { Context } from '../context.ts';
import {
  approvePlatform,
  listDeployments,
  removePlatform,
  rotatePlatformKeys,
} from '../organisations/manage-platform.ts';
import type { Registration } from '../storage/ports/platforms.ts';
import { listPlatforms } from './list-platforms.ts';
import { OperatorError } from './operator-error.ts';
import { printRows } from './output.ts';
import { addPlatformAddCommand } from './platform-add.ts';
import { addPlatformInvitationCommand } from './platform-invitation.ts';
import { addPlatformInviteCommand } from './platform-invite.ts';
import { addPlatformShowCommand } from './platform-show.ts';
import { withContext } from './with-context.ts';

interface JsonOption {
  readonly json: boolean;
}

export function addPlatformCommand(program: Command): void {
  const platform = program.command('platform').description('the LMSs that may launch the tool');
  addPlatformInviteCommand(platform);
  addPlatformInvitationCommand(platform);
  addPlatformAddCommand(platform);
  addListCommand(platform);
  addPlatformShowCommand(platform);
  addApproveCommand(platform);
  addRotateCommand(platform);
  addRemoveCommand(platform);
}

function addListCommand(platform: Command): void {
  platform
    .command('list')
    .description('list LMSs, their registrations and what needs approval')
    .option('--json', 'print JSON', false)
    .action(({ json }: JsonOption) =>
      withContext(async (context) => {
        printRows(await describePlatforms(context), json);
      }),
    );
}

function addApproveCommand(platform: Command): void {
  platform
    .command('approve')
    .description('activate the waiting registration and its waiting deployments')
    .argument('<ref>', 'reference of the platform, as `platform list` shows it')
    .option('--client-id <id>', 'which registration, if several are inactive')
    .option('--json', 'print JSON', false)
    .action((ref: string, { clientId, json }: JsonOption & { readonly clientId?: string }) =>
      withContext(async (context) => {
        const approvals = await approvePlatform(context, ref, clientId ?? null);
        const rows = approvals.map(({ registration: { issuer, clientId }, deploymentIds }) => ({
          issuer,
          clientId,
          deployments: deploymentIds.join(' '),
        }));
        printRows(rows, json);
      }),
    );
}

function addRotateCommand(platform: Command): void {
  platform
    .command('rotate-keys')
    .description(
      'give the platform new keys: they sign after ten minutes, the old ones stay published for 30 days',
    )
    .argument('<ref>', 'reference of the platform, as `platform list` shows it')
    .option('--json', 'print JSON', false)
    .action((ref: string, { json }: JsonOption) =>
      withContext(async (context) => {
        const rotated = await rotatePlatformKeys(context, ref);
        if (rotated.length === 0) throw new OperatorError('This platform has no active registration.');
        const rows = rotated.map(({ registration, kid, signsFrom, oldUntil }) => ({
          issuer: registration.issuer,
          clientId: registration.clientId,
          kid,
          signsFrom: new Date(signsFrom).toISOString(),
          oldKeysUntil: new Date(oldUntil).toISOString(),
        }));
        printRows(rows, json);
      }),
    );
}

function addRemoveCommand(platform: Command): void {
  platform
    .command('remove')
    .description('remove a platform: no launches, no calls, keys deleted; attempts stay')
    .argument('<ref>', 'reference of the platform, as `platform list` shows it')
    .option('--yes', 'do it; without it the command only shows what it would remove', false)
    .option('--json', 'print JSON', false)
    .action((ref: string, { yes, json }: JsonOption & { readonly yes: boolean }) =>
      withContext(async (context) => {
        const rows = (registrations: readonly Registration[]) =>
          registrations.map(({ issuer, clientId }) => ({ issuer, clientId, ended: String(yes) }));
        if (yes) {
          printRows(rows(await removePlatform(context, ref)), json);
          return;
        }
        const found = (await listPlatforms(context)).find(({ platform: { ref: one } }) => one === ref);
        if (found === undefined) throw new OperatorError(`No platform has the reference ${ref}.`);
        printRows(rows(found.registrations), json);
        throw new OperatorError('Nothing was removed. Give --yes to remove these registrations.');
      }),
    );
}

async function describePlatforms(context: Context): Promise<Record<string, string | number>[]> {
  const rows: Record<string, string | number>[] = [];
  for (const { platform, registrations } of await listPlatforms(context)) {
    const deployments = await listDeployments(context, platform);
    rows.push({
      name: platform.name,
      ref: platform.ref,
      issuer: registrations.map(({ issuer }) => issuer).join(' '),
      clientId: registrations.map(({ clientId }) => clientId).join(' '),
      state: registrations.map(({ active }) => (active ? 'active' : 'inactive')).join(' '),
      family: registrations.map(nameFamily).join(' '),
      deployments: deployments.map(({ deploymentId, status }) => `${deploymentId} (${status})`).join(' '),
      privateHosts: platform.privateHosts.join(' '),
    });
  }
  return rows;
}

/** As reported by the LMS, otherwise guessed from the issuer. */
function nameFamily({ family, issuer }: Registration): string {
  return family ?? getPlatformQuirks({ issuer, productFamily: null }).family;
}
