/** `lrs …`: the record stores that statements go to, from the first try to a pause. */
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

const idMeaning = 'the record store, as `lrs list` shows it; its first letters suffice';

export function addLrsCommand(program: Command): void {
  const lrs = program.command('lrs').description('the record stores that statements go to');
  addLrsAddCommand(lrs);
  addListCommand(lrs);
  addTestCommand(lrs);
  addChangeCommand(lrs, 'pause', 'send nothing there until it is woken; nothing is lost', pauseDestination);
  addChangeCommand(lrs, 'resume', 'send there again, at once', resumeDestination);
  addCredentialsCommand(lrs);
}

function addListCommand(lrs: Command): void {
  lrs
    .command('list')
    .description('list record stores, what they receive and how they are')
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
    .description('try a record store from end to end: write one statement, read it back, take it back')
    .argument('<id>', idMeaning)
    .option('--json', 'print JSON', false)
    .action((id: string, { json }: JsonOption) =>
      withContext(async (context) => {
        await testAndPrint(context, await findDestination(context.storage, id), json);
      }),
    );
}

/** @throws OperatorError where a step failed, after all were printed */
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
      .description('give a record store another key and secret, and wake it')
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
