import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { pick } from '../base/pick.ts';
import { listReceiptKeys, receiptKeySet } from '../records/sign-receipt.ts';
import { receiptFile } from '../research/receipt-file.ts';
import { readLines } from '../research/read-lines.ts';
import { verifyReceipts } from '../research/verify-receipts.ts';
import { findAttempt } from './find-attempt.ts';
import { listOrganisations } from './list-platforms.ts';
import { noteAttempt } from './note-attempt.ts';
import { OperatorError } from './operator-error.ts';
import { printJson, printRows } from './output.ts';
import { withContext } from './with-context.ts';
import { counted } from '../base/plural.ts';

interface VerifyOptions {
  readonly receipts?: string;
  readonly keys?: string;
  readonly json: boolean;
}

export function addReceiptCommand(program: Command): void {
  const receipt = program.command('receipt').description('signed counts of the statements of attempts');
  receipt
    .command('show')
    .description('show the receipt of an ended attempt, with the signing keys')
    .requiredOption('--attempt <id>', 'the attempt')
    .action(({ attempt }: { attempt: string }) => show(attempt));
  receipt
    .command('verify')
    .description('check that an export is complete and unchanged; needs no server, database or network')
    .argument('<file>', 'a file written by `export statements --out`')
    .option('--receipts <file>', 'its receipts (default: <file>.receipts.json)')
    .option('--keys <file>', 'the keys published at /xapi/keys (default: those beside the receipts)')
    .option('--json', 'print JSON', false)
    .action(verify);
}

async function show(attemptId: string): Promise<void> {
  await withContext(async (context) => {
    const { storage, secrets } = context;
    for (const { id } of await listOrganisations(storage)) {
      const found = await storage.attempts.findReceipt(id, attemptId);
      if (found === undefined) continue;
      await noteAttempt(context, await findAttempt(storage, attemptId), 'receipt show');
      printJson({ receipts: [found], keys: listReceiptKeys(secrets) });
      return;
    }
    throw new OperatorError(`There is no receipt of ${attemptId}. An attempt gets one when it ends.`);
  });
}

async function verify(file: string, { receipts, keys, json }: VerifyOptions): Promise<void> {
  const own = await readJson(receipts ?? `${file}.receipts.json`, receiptFile);
  const trusted = keys === undefined ? own.keys : (await readJson(keys, receiptKeySet)).keys;
  const { attempts, unsigned, unreadable, isIntact } = await verifyReceipts(
    readLines(file),
    own.receipts,
    trusted,
  );
  printRows(
    attempts.map((one) => pick(one, 'attempt', 'verdict', 'found', 'expected', 'later')),
    json,
  );
  const kids = trusted.map(({ kid }) => kid).join(', ');
  if (keys === undefined) {
    process.stderr.write(
      `Signed by the keys beside the receipts. Compare them with /xapi/keys of the tool: ${kids}\n`,
    );
  }
  const open = attempts.filter(({ verdict }) => verdict === 'open').length;
  if (open > 0) {
    process.stderr.write(
      `${counted('en', open, { one: 'attempt has', other: 'attempts have' })} not ended: no receipt to compare with yet.\n`,
    );
  }
  if (isIntact) return;
  const changed = attempts.filter(({ verdict }) => verdict !== 'intact' && verdict !== 'open').length;
  const troubles = [
    `${counted('en', changed, { one: 'attempt', other: 'attempts' })} not intact`,
    `${counted('en', unsigned, { one: 'receipt', other: 'receipts' })} not signed by these keys`,
    `${counted('en', unreadable, { one: 'line', other: 'lines' })} unreadable`,
  ];
  throw new OperatorError(`This file does not match its receipts: ${troubles.join(', ')}.`);
}

async function readJson<Value>(path: string, schema: z.ZodType<Value>): Promise<Value> {
  const text = await readFile(path, 'utf8');
  const read = z
    .string()
    .transform((raw, context): unknown => {
      try {
        return JSON.parse(raw);
      } catch {
        context.addIssue({ code: 'custom', message: 'no JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema)
    .safeParse(text);
  if (read.success) return read.data;
  throw new OperatorError(`${path} was changed, or was not written by the tool.`);
}
