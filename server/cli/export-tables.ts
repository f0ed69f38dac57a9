import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import type { Bank } from '../../scenarios/kit/measurement-types.ts';
import type { Language } from '../../scenarios/world/base.ts';
import type { Context } from '../context.ts';
import type { Cell } from '../base/csv.ts';
import { createPseudonyms } from '../records/pseudonyms.ts';
import { recordReading } from '../records/readings.ts';
import { backgroundColumns } from '../research/background-columns.ts';
import type { NamedRecord } from '../research/attempt-columns.ts';
import { type RecordCounts, RecordReader } from '../research/attempt-records.ts';
import { toBankFile } from '../research/bank-file.ts';
import { sceneTitles } from '../research/banks.ts';
import { codebookRows } from '../research/codebook.ts';
import { cellsOf, headerOf } from '../research/columns.ts';
import { type BackgroundOf, openBackgrounds } from '../research/read-background.ts';
import { writeManifest } from '../research/export-file.ts';
import type { ExportPurpose } from '../research/export-statements.ts';
import { difColumns, itemColumns, wrightColumns } from '../research/item-tables.ts';
import { matrixColumns, matrixRowOf } from '../research/matrix-columns.ts';
import { processColumns, processRowsOf } from '../research/process-columns.ts';
import { type TableFacts, TableTally, writeTable } from '../research/table-file.ts';
import type { Study } from '../storage/ports/organisations.ts';
import { findBank } from './find-bank.ts';
import { findStudy } from './find-study.ts';
import { OperatorError } from './operator-error.ts';
import { wholeNumber } from './option-values.ts';
import { purposeDetails, type PurposeOptions, withPurpose } from './reading-purpose.ts';
import { withContext } from './with-context.ts';

interface TableOptions extends PurposeOptions {
  readonly study?: string;
  readonly withInvalid: boolean;
  readonly out?: string;
  readonly force: boolean;
}

export function addMatrixExport(parent: Command): void {
  withTableOptions(
    parent
      .command('matrix')
      .description(
        'one row per attempt: points per item, abilities, score (CSV), with the item bank beside it',
      ),
  )
    .option('--bank <version>', 'estimate with this version of the item bank', wholeNumber)
    .action((options: TableOptions & { readonly bank?: number }) =>
      withContext(async (context) => {
        const bank = findBank(context, options.bank);
        const columns = matrixColumns(bank, sceneTitles(context.content));
        await exportTable(context, options, {
          table: 'matrix',
          header: headerOf(columns),
          rowsOf: (named) => [cellsOf(columns, matrixRowOf(named, bank))],
          bank,
        });
      }),
    );
}

export function addProcessExport(parent: Command): void {
  withTableOptions(
    parent
      .command('process')
      .description('one row per ended scene: times, actions, help, device (CSV); none of it is scored'),
  ).action((options: TableOptions) =>
    withContext((context) =>
      exportTable(context, options, {
        table: 'process',
        header: headerOf(processColumns),
        rowsOf: (named) => processRowsOf(named).map((row) => cellsOf(processColumns, row)),
        bank: null,
      }),
    ),
  );
}

export function addCodebookExport(parent: Command): void {
  parent
    .command('codebook')
    .description('the meaning of each column of matrix, process and items, with caveats (CSV)')
    .addOption(
      new Option('--language <language>', 'language of the output').choices(['fr', 'en']).default('fr'),
    )
    .option('--bank <version>', 'the items of this version of the item bank', wholeNumber)
    .option('--out <file>', 'write to this file (default: standard output)')
    .option('--force', 'overwrite an existing file', false)
    .action(
      (
        options: Pick<TableOptions, 'out' | 'force'> & {
          readonly language: Language;
          readonly bank?: number;
        },
      ) =>
        withContext(async (context) => {
          const columns = matrixColumns(findBank(context, options.bank), sceneTitles(context.content));
          const [header = [], ...rows] = codebookRows(
            [
              { table: 'matrix', columns: [...columns, ...backgroundColumns] },
              { table: 'process', columns: [...processColumns, ...backgroundColumns] },
              { table: 'items', columns: itemColumns },
              { table: 'dif', columns: difColumns },
              { table: 'wright', columns: wrightColumns },
            ],
            options.language,
          );
          await (options.out === undefined
            ? toOutput(header, rows)
            : writeTable(freeFile(options.out, options.force), header, rows));
        }),
    );
}

function withTableOptions(command: Command): Command {
  return withPurpose(command)
    .option('--study <id>', 'the study, if there are several')
    .option('--with-invalid', 'include attempts that staff excluded', false)
    .option('--out <file>', 'write to this file, with a manifest beside it (default: standard output)')
    .option('--force', 'overwrite an existing file', false);
}

interface Table {
  readonly table: 'matrix' | 'process';
  readonly header: readonly string[];
  readonly rowsOf: (named: NamedRecord) => readonly (readonly Cell[])[];
  readonly bank: Bank | null;
}

async function exportTable(context: Context, options: TableOptions, table: Table): Promise<void> {
  const { out, purpose, withInvalid } = options;
  const details = purposeDetails(options);
  if (out !== undefined) freeFile(out, options.force);
  const study = await findStudy(context, options.study);
  const reader = new RecordReader(context, {
    organisationId: study.organisationId,
    of: { studyId: study.id },
    consentedOnly: purpose === 'research',
    withInvalid,
    withHeld: true,
  });
  await recordReading(context, {
    organisationId: study.organisationId,
    actor: 'operator',
    action: 'table.exported',
    subject: `study:${study.id}`,
    details: { table: table.table, ...details, withInvalid, ...(await reader.countMatching()) },
  });
  const backgroundOf = purpose === 'research' ? await openBackgrounds(context, study) : null;
  const header = [...table.header, ...(backgroundOf === null ? [] : headerOf(backgroundColumns))];
  const rows = tableRows(context, study, { reader, backgroundOf }, table);
  const facts = out === undefined ? await toOutput(header, rows) : await writeTable(out, header, rows);
  const summary = { ...facts, attempts: reader.counts };
  if (out !== undefined) await writeBeside(context, out, { study, purpose, table }, facts, reader.counts);
  process.stderr.write(`${JSON.stringify(summary)}\n`);
}

async function* tableRows(
  { secrets }: Context,
  study: Study,
  { reader, backgroundOf }: { reader: RecordReader; backgroundOf: BackgroundOf | null },
  { rowsOf }: Table,
): AsyncGenerator<readonly Cell[], void, undefined> {
  const pseudonymOf = createPseudonyms(secrets, study);
  for await (const record of reader.records()) {
    const { personId } = record.attempt;
    const about =
      backgroundOf === null ? [] : cellsOf(backgroundColumns, { background: await backgroundOf(personId) });
    for (const row of rowsOf({ person: pseudonymOf(personId), record })) yield [...row, ...about];
  }
}

/** The manifest comes last: if it exists, the export is complete. */
async function writeBeside(
  context: Context,
  out: string,
  { study, purpose, table }: { study: Study; purpose: ExportPurpose; table: Table },
  facts: TableFacts,
  counts: RecordCounts,
): Promise<void> {
  if (table.bank !== null) {
    const text = `${JSON.stringify(toBankFile(table.bank), null, 2)}\n`;
    await writeFile(`${out}.bank.json`, text, { mode: 0o600 });
  }
  await writeManifest(out, {
    what: `NUM+ ${table.table}, CSV (RFC 4180), UTF-8`,
    build: context.build,
    madeAt: new Date(context.clock()).toISOString(),
    organisation: study.organisationId,
    study: study.id,
    purpose,
    bank: table.bank?.version ?? null,
    ...facts,
    attempts: counts.attempts,
    included: counts.included,
    leftOutWithoutConsent: counts.withoutConsent,
    leftOutInvalid: counts.invalid,
    leftOutHeld: counts.held,
    leftOutUnanswered: counts.unanswered,
  });
}

async function toOutput(
  header: readonly string[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): Promise<TableFacts> {
  const tally = new TableTally();
  await pipeline(Readable.from(tally.lines(header, rows)), process.stdout, { end: false });
  return tally.facts();
}

/** @throws OperatorError if the folder is missing, or a file exists without --force */
function freeFile(out: string, force: boolean): string {
  if (!existsSync(dirname(out))) throw new OperatorError(`There is no folder ${dirname(out)}.`);
  if (!force && existsSync(out)) {
    throw new OperatorError(`${out} already exists. Name another file, or give --force.`);
  }
  return out;
}
