/** The addresses of a platform, theirs and ours, as for connecting it by hand. */
import type { Command } from 'commander';
import { addressesOf } from '../organisations/add-platform.ts';
import { getPlatform } from '../organisations/manage-platform.ts';
import { printJson, printRows } from './output.ts';
import { withContext } from './with-context.ts';

export function addPlatformShowCommand(platform: Command): void {
  platform
    .command('show')
    .description('show the addresses of an LMS, and those of the tool to enter there')
    .argument('<ref>', 'reference of the platform, as `platform list` shows it')
    .option('--json', 'print JSON', false)
    .action((ref: string, { json }: { readonly json: boolean }) =>
      withContext(async (context) => {
        const { id, organisationId, name } = await getPlatform(context, ref);
        const registrations = await context.storage.platforms.listRegistrations(organisationId, id);
        const { loginUrl, launchUrl, keySetUrl } = addressesOf(context.publicUrl, ref);
        const shown = registrations.map((one) => ({
          name,
          ref,
          auditId: id,
          issuer: one.issuer,
          clientId: one.clientId,
          state: one.active ? 'active' : 'inactive',
          lmsLogin: one.authorizationUrl,
          lmsToken: one.tokenUrl,
          lmsKeySet: one.keySetUrl,
          toolLogin: loginUrl,
          toolLaunch: launchUrl,
          toolKeySet: keySetUrl,
        }));
        if (json) {
          printJson(shown);
          return;
        }
        // One line each: addresses are long.
        const rows = shown.flatMap((one) => Object.entries(one).map(([what, value]) => ({ what, value })));
        printRows(rows, false);
      }),
    );
}
