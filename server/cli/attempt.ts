import { type Command, Option } from 'commander';
import { type ChoosableReason, choosableReasons } from '../../scenarios/kit/log.ts';
import type { Context } from '../context.ts';
import { type AttemptDecision, decide } from '../reporting/staff/attempt-decisions.ts';
import { addAttemptListCommand } from './attempt-list.ts';
import { describeAttempt } from './describe-attempt.ts';
import { findAttempt } from './find-attempt.ts';
import { noteAttempt } from './note-attempt.ts';
import { OperatorError } from './operator-error.ts';
import { printRows } from './output.ts';
import { withContext } from './with-context.ts';

interface DecideOptions {
  readonly dryRun: boolean;
  readonly json: boolean;
}

export function addAttemptCommand(program: Command): void {
  const attempt = program.command('attempt').description('list attempts, and reopen or invalidate one');
  addAttemptListCommand(attempt);
  attempt
    .command('show')
    .description('show the state of an attempt')
    .argument('<id>', 'the attempt')
    .option('--json', 'print JSON', false)
    .action((id: string, { json }: { json: boolean }) =>
      withContext(async (context) => {
        const found = await findAttempt(context.storage, id);
        await noteAttempt(context, found, 'attempt show');
        printRows([describeAttempt(found)], json);
      }),
    );
  withDecision(
    attempt,
    'reopen',
    'reopen an ended attempt, so that its remaining scenes can be played',
  ).action((id: string, options: DecideOptions) =>
    withContext((context) => carryOut(context, id, { kind: 'reopen' }, options)),
  );
  withDecision(attempt, 'invalidate', 'exclude an attempt from gradebook and research, or undo that')
    .addOption(new Option('--reason <reason>', 'why it is excluded').choices(choosableReasons))
    .option('--undo', 'undo an earlier exclusion, or count an attempt that is held', false)
    .action((id: string, options: DecideOptions & { reason?: ChoosableReason; undo: boolean }) =>
      withContext((context) => carryOut(context, id, readDecision(options), options)),
    );
}

function withDecision(attempt: Command, name: string, description: string): Command {
  return attempt
    .command(name)
    .description(description)
    .argument('<id>', 'the attempt')
    .option('--dry-run', 'show the attempt and change nothing', false)
    .option('--json', 'print JSON', false);
}

function readDecision({ reason, undo }: { reason?: ChoosableReason; undo: boolean }): AttemptDecision {
  if (undo === (reason !== undefined)) throw new OperatorError('Give either --reason or --undo.');
  return reason === undefined ? { kind: 'reinstate' } : { kind: 'invalidate', reason };
}

async function carryOut(
  context: Context,
  id: string,
  decision: AttemptDecision,
  { dryRun, json }: DecideOptions,
): Promise<void> {
  const changed = dryRun
    ? false
    : await decide(context, 'operator', () => findAttempt(context.storage, id), decision);
  const outcome = dryRun ? 'dry run, nothing changed' : changed ? 'done' : 'no change needed';
  const found = await findAttempt(context.storage, id);
  // A change has a row of its own.
  if (!changed) await noteAttempt(context, found, `attempt ${decision.kind}`);
  printRows([{ ...describeAttempt(found), outcome }], json);
}
