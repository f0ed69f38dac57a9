import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { checkResources } from '../../scenarios/checks/check-resources.ts';
import type { Resource } from '../../scenarios/schema/resources.ts';
import type { Context } from '../context.ts';
import { ensureDefaults } from '../organisations/defaults.ts';
import { recordAudit } from '../records/audit.ts';
import type { Organisation } from '../storage/ports/organisations.ts';
import { listOrganisations } from './list-platforms.ts';
import { OperatorError } from './operator-error.ts';
import { printProblems, printRows } from './output.ts';
import { withContext } from './with-context.ts';
import { counted } from '../base/plural.ts';

interface LoadOptions {
  readonly organisation?: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

const whose = ['--organisation <id>', 'the organisation, if there are several'] as const;

export function addResourcesCommand(program: Command): void {
  const resources = program
    .command('resources')
    .description('the list of help that learners see after playing');
  resources
    .command('check')
    .description('check a file and list every problem by line')
    .argument('<file>', 'YAML file of resources')
    .option('--json', 'print JSON', false)
    .action(async (file: string, { json }: { json: boolean }) => {
      const found = await readResources(file, json);
      if (!json)
        process.stdout.write(
          `${counted('en', found.length, { one: 'resource is', other: 'resources are' })} valid\n`,
        );
    });
  resources
    .command('load')
    .description('replace the resources with those in a file; changes nothing if the file has errors')
    .argument('<file>', 'YAML file of resources')
    .option(...whose)
    .option('--dry-run', 'show what would be stored, and change nothing', false)
    .option('--json', 'print JSON', false)
    .action(async (file: string, options: LoadOptions) => {
      const found = await readResources(file, false);
      await withContext((context) => load(context, found, options));
    });
  resources
    .command('clear')
    .description('go back to the starter set')
    .option(...whose)
    .option('--dry-run', 'show what would change, and change nothing', false)
    .option('--json', 'print JSON', false)
    .action((options: LoadOptions) => withContext((context) => clear(context, options)));
}

/** Prints all findings. @throws OperatorError if there is an error */
async function readResources(file: string, json: boolean): Promise<readonly Resource[]> {
  const { problems, resources } = checkResources(basename(file), await readFile(file, 'utf8'));
  const errors = printProblems(problems, json);
  if (resources === null)
    throw new OperatorError(
      `${counted('en', errors, { one: 'error', other: 'errors' })}; the file was not loaded`,
    );
  return resources;
}

async function load(context: Context, resources: readonly Resource[], options: LoadOptions): Promise<void> {
  const organisation = await findOrganisation(context, options);
  if (!options.dryRun) {
    const loadedAt = context.clock();
    await context.storage.resources.replace({ organisationId: organisation.id, resources, loadedAt });
    await record(context, organisation, 'resources.loaded', { resources: resources.length });
  }
  report(
    { organisation, done: options.dryRun ? 'would be loaded' : 'loaded', count: resources.length },
    options,
  );
}

async function clear(context: Context, options: LoadOptions): Promise<void> {
  const organisation = await findOrganisation(context, options);
  const { resources } = context.storage;
  const had = options.dryRun
    ? (await resources.find(organisation.id)) !== undefined
    : await resources.remove(organisation.id);
  if (!had) throw new OperatorError(`${organisation.name} already has the starter set.`);
  if (!options.dryRun) await record(context, organisation, 'resources.cleared', {});
  const done = options.dryRun ? 'would go back to the starter set' : 'back to the starter set';
  report({ organisation, done, count: context.content.resources.length }, options);
}

/** @throws OperatorError if the choice is ambiguous, or the named one does not exist */
async function findOrganisation(context: Context, options: LoadOptions): Promise<Organisation> {
  const { organisation: wanted, dryRun } = options;
  const all = await listOrganisations(context.storage);
  if (wanted === undefined && all.length > 1) {
    const known = all.map(({ id, name }) => `${id} (${name})`).join(', ');
    throw new OperatorError(`There are several organisations. Name one with --organisation: ${known}.`);
  }
  const [first] = all;
  if (wanted === undefined && first === undefined && dryRun) {
    throw new OperatorError('There is no organisation yet. `resources load` without --dry-run makes it.');
  }
  if (wanted === undefined) return first ?? (await ensureDefaults(context)).organisation;
  const found = all.find(({ id, name }) => id === wanted || name === wanted);
  if (found === undefined) throw new OperatorError(`There is no organisation ${wanted}.`);
  return found;
}

function record(
  context: Context,
  { id }: Organisation,
  action: 'resources.loaded' | 'resources.cleared',
  details: Readonly<Record<string, number>>,
): Promise<void> {
  return recordAudit(context, {
    organisationId: id,
    actor: 'operator',
    action,
    subject: `organisation:${id}`,
    details,
  });
}

function report(
  { organisation, done, count }: { organisation: Organisation; done: string; count: number },
  { json }: LoadOptions,
): void {
  printRows([{ organisation: organisation.name, what: done, resources: count }], json);
}
