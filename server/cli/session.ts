import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { endSessions } from '../launches/end-sessions.ts';
import { getPlatform } from '../organisations/manage-platform.ts';
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

type Target = readonly [Parameters<typeof endSessions>[1], Parameters<typeof endSessions>[2]];

export function addSessionCommand(program: Command): void {
  program
    .command('session')
    .description('sessions of people at work')
    .command('end')
    .description('end sessions at once; people open the activity again in their course, and their work stays')
    .option('--person <id>', 'those of one person, as `attempt show` names them')
    .option('--platform <ref>', 'those of one platform, as `platform list` shows it')
    .option('--all', 'all of them', false)
    .option('--json', 'print JSON', false)
    .action((options: EndOptions) =>
      withContext(async (context) => {
        const rows = [];
        for (const [scope, subject] of await findTargets(context, options)) {
          rows.push({ of: subject, launches: await endSessions(context, scope, subject) });
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
    return [[{ organisationId, platformId: id }, `platform:${id}`]];
  }
  const organisations = (await listOrganisations(context.storage)).map(({ id }) => id);
  if (person === undefined) return organisations.map((id) => [{ organisationId: id }, `organisation:${id}`]);
  for (const organisationId of organisations) {
    if ((await context.storage.persons.find(organisationId, person)) !== undefined) {
      return [[{ organisationId, personId: person }, `person:${person}`]];
    }
  }
  throw new OperatorError(`There is no person ${person}. \`attempt show\` names the person of an attempt.`);
}
