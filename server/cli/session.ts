import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { endSessions } from '../launches/end-sessions.ts';
import { getPlatform } from '../organisations/manage-platform.ts';
import type { AuditEvent } from '../records/audit.ts';
import type { LaunchScope } from '../storage/ports/launches.ts';
import { listOrganisations } from './list-platforms.ts';
import { OperatorError } from './operator-error.ts';
import { printRows } from './output.ts';
import { withContext } from './with-context.ts';

interface EndOptions {
  readonly person?: string;
  readonly platform?: string;
  readonly all: boolean;
  readonly json: boolean;
}

interface Target {
  readonly scope: LaunchScope;
  readonly subject: AuditEvent['subject'];
  /** As the operator named it, if the record has another id. */
  readonly ref?: string;
}

export function addSessionCommand(program: Command): void {
  program
    .command('session')
    .description('sessions of people at work')
    .command('end')
    .description('end sessions at once; people open the activity again in their course, and their work stays')
    .option('--person <id>', 'those of one person, as `attempt list` names them')
    .option('--platform <ref>', 'those of one platform, as `platform list` shows it')
    .option('--all', 'all of them', false)
    .option('--json', 'print JSON', false)
    .action((options: EndOptions) =>
      withContext(async (context) => {
        const rows = [];
        for (const { scope, subject, ref } of await findTargets(context, options)) {
          const launches = await endSessions(context, scope, subject, ref === undefined ? {} : { ref });
          rows.push({ of: ref === undefined ? subject : `platform:${ref}`, launches });
        }
        printRows(rows, options.json);
      }),
    );
}

async function findTargets(context: Context, { person, platform, all }: EndOptions): Promise<Target[]> {
  const given = [person !== undefined, platform !== undefined, all].filter(Boolean);
  if (given.length !== 1) throw new OperatorError('Give one of --person, --platform and --all.');
  if (platform !== undefined) {
    const { id, organisationId } = await getPlatform(context, platform);
    return [{ scope: { organisationId, platformId: id }, subject: `platform:${id}`, ref: platform }];
  }
  const organisations = (await listOrganisations(context.storage)).map(({ id }) => id);
  if (person === undefined) {
    return organisations.map((id) => ({ scope: { organisationId: id }, subject: `organisation:${id}` }));
  }
  for (const organisationId of organisations) {
    if ((await context.storage.persons.find(organisationId, person)) !== undefined) {
      return [{ scope: { organisationId, personId: person }, subject: `person:${person}` }];
    }
  }
  throw new OperatorError(`There is no person ${person}. \`attempt list\` names the people of attempts.`);
}
