/** A one-time address with which an LMS registers itself. */
import type { Command } from 'commander';
import { invitePlatform } from '../organisations/invite.ts';
import { collectPrivateHosts, host, privateHostMeaning } from './option-values.ts';
import { OperatorError } from './operator-error.ts';
import { printRows } from './output.ts';
import { withContext } from './with-context.ts';

interface InviteOptions {
  readonly name?: string;
  readonly approve: boolean;
  readonly host?: string;
  readonly names: boolean;
  readonly platform?: string;
  readonly allowPrivate: readonly string[];
  readonly organisation?: string;
  readonly json: boolean;
}

export function addPlatformInviteCommand(platform: Command): void {
  platform
    .command('invite')
    .description(
      'print a one-time address to paste into an LMS, which then registers itself; good for 7 days',
    )
    .option('--name <name>', 'what you call the LMS (default: its host)')
    .option('--host <host>', 'the only host that may use it, with its port if any', (value: string) =>
      host(value, true),
    )
    .option('--approve', 'approve automatically what this --host registers within one hour', false)
    .option('--names', 'request the names of people (default: no names)', false)
    .option('--platform <ref>', 'the platform that registers again, so that its people stay the same')
    .option('--allow-private <host>', privateHostMeaning, collectPrivateHosts, [])
    .option('--organisation <id>', 'its organisation, if there are several')
    .option('--json', 'print JSON', false)
    .action((options: InviteOptions) =>
      withContext(async (context) => {
        const name = options.name ?? options.host;
        if (name === undefined) throw new OperatorError('Give --host or --name.');
        if (options.approve && options.host === undefined) {
          throw new OperatorError('--approve needs --host: only what comes from that host is approved.');
        }
        const { id, registrationUrl, expiresAt, approvesUntil } = await invitePlatform(context, {
          name,
          approves: options.approve,
          expectedHost: options.host ?? null,
          withNames: options.names,
          platformRef: options.platform ?? null,
          privateHosts: options.allowPrivate,
          organisationId: options.organisation ?? null,
        });
        const expires = new Date(expiresAt).toISOString();
        const approves = approvesUntil === null ? '' : new Date(approvesUntil).toISOString();
        printRows([{ id, registrationUrl, expires, approvesUntil: approves }], options.json);
      }),
    );
}
