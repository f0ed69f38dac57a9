import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { type ListedInvitation, listInvitations, revokeInvitation } from '../organisations/invitations.ts';
import { listPlatforms } from './list-platforms.ts';
import { OperatorError } from './operator-error.ts';
import { printRows } from './output.ts';
import { withContext } from './with-context.ts';

interface RevokeOptions {
  readonly yes: boolean;
  readonly json: boolean;
}

export function addPlatformInvitationCommand(platform: Command): void {
  const invitation = platform
    .command('invitation')
    .description('the invitations that `platform invite` made; their addresses are not stored');
  invitation
    .command('list')
    .description('list invitations, oldest first')
    .option('--open', 'only those that an LMS can still use', false)
    .option('--json', 'print JSON', false)
    .action(({ open, json }: { readonly open: boolean; readonly json: boolean }) =>
      withContext(async (context) => {
        const found = await listInvitations(context);
        const wanted = open ? found.filter(({ state }) => state === 'open' || state === 'in-use') : found;
        printRows(await describeInvitations(context, wanted), json);
      }),
    );
  invitation
    .command('revoke')
    .description('end an invitation: no LMS can use it any more')
    .argument('<id>', 'id of the invitation, as `platform invitation list` shows it')
    .option('--yes', 'do it; without it the command only shows what it would revoke', false)
    .option('--json', 'print JSON', false)
    .action((id: string, options: RevokeOptions) => withContext((context) => revoke(context, id, options)));
}

async function revoke(context: Context, id: string, { yes, json }: RevokeOptions): Promise<void> {
  const found = await getInvitation(context, id);
  if (!yes) {
    printRows(await describeInvitations(context, [found]), json);
    throw new OperatorError('Nothing was revoked. Give --yes to revoke this invitation.');
  }
  if (!(await revokeInvitation(context, found))) {
    throw new OperatorError('Nothing was revoked: this invitation was used or has expired.');
  }
  printRows(await describeInvitations(context, [await getInvitation(context, id)]), json);
}

async function getInvitation(context: Context, id: string): Promise<ListedInvitation> {
  const found = (await listInvitations(context)).find((one) => one.id === id);
  if (found === undefined) {
    throw new OperatorError(`There is no invitation ${id}. \`platform invitation list\` shows them.`);
  }
  return found;
}

async function describeInvitations(
  context: Context,
  invitations: readonly ListedInvitation[],
): Promise<Record<string, string>[]> {
  const refs = new Map((await listPlatforms(context)).map(({ platform: { id, ref } }) => [id, ref] as const));
  return invitations.map((one) => ({
    id: one.id,
    name: one.platformName,
    host: one.expectedHost ?? '',
    state: one.state,
    approves: String(one.approves),
    names: String(one.withNames),
    platform: one.platformId === null ? '' : (refs.get(one.platformId) ?? one.platformId),
    privateHosts: one.privateHosts.join(' '),
    created: new Date(one.createdAt).toISOString(),
    expires: new Date(one.expiresAt).toISOString(),
  }));
}
