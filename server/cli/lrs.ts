import type { Command } from 'commander';
import type { Context } from '../context.ts';
import {
  changeCredentials,
  pauseDestination,
  resumeDestination,
} from '../organisations/manage-destinations.ts';
import { testDestination } from '../organisations/test-destination.ts';
import type { Destination } from '../storage/ports/destinations.ts';
import { explainStore } from '../organisations/store-notes.ts';
import { findDestination, listDestinations } from './find-destination.ts';
import { addLrsAddCommand } from './lrs-add.ts';
import { OperatorError } from './operator-error.ts';
import { type CredentialOptions, readCredentials, withCredentials } from './option-values.ts';
import { printRows } from './output.ts';
import { withContext } from './with-context.ts';

interface JsonOption {
  readonly json: boolean;
}

const idMeaning = 'the record store, as `lrs list` shows it; the first four characters are enough';

export function addLrsCommand(program: Command): void {
  const lrs = program.command('lrs').description('the record stores that statements go to');
  addLrsAddCommand(lrs);
  addListCommand(lrs);
  addTestCommand(lrs);
  addChangeCommand(lrs, 'pause', 'send nothing there until `lrs resume`; statements wait', pauseDestination);
  addChangeCommand(lrs, 'resume', 'send there again, now', resumeDestination);
  addCredentialsCommand(lrs);
}

function addListCommand(lrs: Command): void {
  lrs
    .command('list')
    .description('list record stores, what they receive and their state')
    .option('--json', 'print JSON', false)
    .action(({ json }: JsonOption) =>
      withContext(async ({ storage }) => {
        printRows((await listDestinations(storage)).map(describe), json);
      }),
    );
}

function describe(destination: Destination): Record<string, string | number> {
  const { id, endpoint, studyId, purpose, tier, version, status, pausedBecause, origin } = destination;
  const why = explainStore(pausedBecause);
  return { id, endpoint, study: studyId, purpose, tier, version, from: origin, status, why };
}

function addTestCommand(lrs: Command): void {
  lrs
    .command('test')
    .description('test a record store: write one statement, read it back, void it')
    .argument('<id>', idMeaning)
    .option('--json', 'print JSON', false)
    .action((id: string, { json }: JsonOption) =>
      withContext(async (context) => {
        await testAndPrint(context, await findDestination(context.storage, id), json);
      }),
    );
}

/** @throws OperatorError if a step failed, after printing all of them */
async function testAndPrint(context: Context, destination: Destination, json: boolean): Promise<void> {
  const client = context.openStore(destination);
  const steps = await testDestination({ ...context, client, version: destination.version });
  printRows(
    steps.map(({ code, ...step }) => ({ ...step, code, meaning: explainStore(code) })),
    json,
  );
  const last = steps.at(-1);
  if (last?.result === 'failed') throw new OperatorError(`${explainStore(last.code)} (${last.code})`);
}

function addChangeCommand(
  lrs: Command,
  name: 'pause' | 'resume',
  description: string,
  change: (context: Context, destination: Destination) => Promise<void>,
): void {
  lrs
    .command(name)
    .description(description)
    .argument('<id>', idMeaning)
    .option('--json', 'print JSON', false)
    .action((id: string, { json }: JsonOption) =>
      withContext(async (context) => {
        const found = await findDestination(context.storage, id);
        await change(context, found);
        printRows([describe(await findDestination(context.storage, found.id))], json);
      }),
    );
}

function addCredentialsCommand(lrs: Command): void {
  withCredentials(
    lrs
      .command('credentials')
      .description('change the key and secret of a record store, and resume it')
      .argument('<id>', idMeaning),
  )
    .option('--json', 'print JSON', false)
    .action((id: string, options: JsonOption & CredentialOptions) =>
      withContext(async (context) => {
        const found = await findDestination(context.storage, id);
        await changeCredentials(context, found, readCredentials(options));
        printRows([describe(await findDestination(context.storage, found.id))], options.json);
      }),
    );
}
