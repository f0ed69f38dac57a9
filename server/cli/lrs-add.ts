/** The store receives the study's statements from the first one on. */
import { type Command, Option } from 'commander';
import { isLoopbackHost } from '../base/config.ts';
import type { Context } from '../context.ts';
import { ensureDefaults } from '../organisations/defaults.ts';
import { addDestination, describeDestination } from '../organisations/manage-destinations.ts';
import type { Destination } from '../storage/ports/destinations.ts';
import type { Study } from '../storage/ports/organisations.ts';
import { storeFaultOf } from '../../xapi/store-faults.ts';
import { explainStore } from '../organisations/store-notes.ts';
import { listDestinations } from './find-destination.ts';
import { listOrganisations } from './list-platforms.ts';
import { OperatorError } from './operator-error.ts';
import { type CredentialOptions, readCredentials, tier, url, withCredentials } from './option-values.ts';
import { printRows } from './output.ts';
import { withContext } from './with-context.ts';

type Version = Destination['version'];

interface AddOptions extends CredentialOptions {
  readonly endpoint: string;
  readonly study?: string;
  readonly purpose: Destination['purpose'];
  readonly tier: Destination['tier'];
  readonly xapiVersion?: Version;
  readonly dryRun: boolean;
  readonly json: boolean;
}

export function addLrsAddCommand(lrs: Command): void {
  withCredentials(
    lrs
      .command('add')
      .description("add a record store; it receives the study's statements from the first one on")
      .requiredOption('--endpoint <url>', 'base address of its xAPI resources', url),
  )
    .option('--study <id>', 'the study it receives (default: the first)')
    .addOption(
      new Option('--purpose <purpose>', 'research: only people who consented')
        .choices(['operational', 'research'])
        .default('operational'),
    )
    .option('--tier <number>', 'level of detail: 1 results, 2 also actions, 3 everything', tier, 3)
    .addOption(
      new Option('--xapi-version <version>', 'if the store does not report its version').choices([
        '1.0.3',
        '2.0.0',
      ]),
    )
    .option('--dry-run', 'ask for its version, and add nothing', false)
    .option('--json', 'print JSON', false)
    .action((options: AddOptions) => withContext((context) => add(context, options)));
}

async function add(context: Context, options: AddOptions): Promise<void> {
  checkAddress(options.endpoint, context);
  const study = await findStudy(context, options);
  const requested = { ...options, study, credentials: readCredentials(options) };
  const described = describeDestination(context, { ...requested, version: options.xapiVersion ?? '1.0.3' });
  const isThere = (await listDestinations(context.storage)).some(
    ({ endpoint, studyId, purpose }) =>
      endpoint === described.endpoint && studyId === study.id && purpose === described.purpose,
  );
  if (isThere) throw new OperatorError('This study already sends there; see `lrs list`.');
  const destination = {
    ...described,
    version: options.xapiVersion ?? (await askVersion(context, described)),
  };
  if (!options.dryRun) await addDestination(context, destination);
  const { id, endpoint, studyId, purpose, version } = destination;
  const outcome = options.dryRun ? 'would be added' : `added; try it: lrs test ${id.slice(0, 8)}`;
  printRows(
    [{ id, endpoint, study: studyId, purpose, tier: destination.tier, version, outcome }],
    options.json,
  );
}

function checkAddress(endpoint: string, { config }: Context): void {
  const { protocol, hostname, username, password } = new URL(endpoint);
  if (protocol !== 'https:' && !(config.allowInsecureLoopback && isLoopbackHost(hostname))) {
    throw new OperatorError(
      '--endpoint: must be https (http is for loopback names, with ALLOW_INSECURE_LOOPBACK=on)',
    );
  }
  if (username !== '' || password !== '') {
    throw new OperatorError('--endpoint: must hold no user name or password (give --key and --secret-file)');
  }
}

async function findStudy(
  context: Context,
  { study: id, dryRun }: Pick<AddOptions, 'study' | 'dryRun'>,
): Promise<Pick<Study, 'id' | 'organisationId'>> {
  const { studies } = context.storage;
  const organisations = await listOrganisations(context.storage);
  // A dry run must not create the first study.
  if (id === undefined && dryRun && organisations.length === 0) return { id: 'default', organisationId: '' };
  if (id === undefined) return (await ensureDefaults(context)).study;
  for (const organisation of organisations) {
    const found = await studies.find(organisation.id, id);
    if (found !== undefined) return found;
  }
  throw new OperatorError(`There is no study ${id}.`);
}

/** The version that every current store accepts, or the other if the store names only that. */
async function askVersion(context: Context, destination: Destination): Promise<Version> {
  const about = await context.openStore(destination).about();
  if (about.kind !== 'ok') {
    const code = storeFaultOf(about);
    throw new OperatorError(
      `The store does not say which version it takes. ${explainStore(code)} (${code}) Or name it with --xapi-version.`,
    );
  }
  if (about.versions.some((one) => one.startsWith('1.0'))) return '1.0.3';
  if (about.versions.some((one) => one.startsWith('2.0'))) return '2.0.0';
  throw new OperatorError(`The store takes neither 1.0.3 nor 2.0.0: ${about.versions.join(', ')}.`);
}
