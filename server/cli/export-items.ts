import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { type ItemReport, reportItems } from '../../scenarios/psychometrics/item-report.ts';
import { makeFolder } from '../base/make-folder.ts';
import type { Context } from '../context.ts';
import { recordReading } from '../records/readings.ts';
import { RecordReader } from '../research/attempt-records.ts';
import { writeManifest } from '../research/export-file.ts';
import { difColumns, difLines, itemColumns, wrightColumns, wrightLines } from '../research/item-tables.ts';
import { cellsOf, type Column, headerOf } from '../research/columns.ts';
import { readRespondents } from '../research/read-respondents.ts';
import { writeTable } from '../research/table-file.ts';
import { findBank } from './find-bank.ts';
import { findStudy } from './find-study.ts';
import { OperatorError } from './operator-error.ts';
import { wholeNumber } from './option-values.ts';
import { purposeDetails, type PurposeOptions, withPurpose } from './reading-purpose.ts';
import { withContext } from './with-context.ts';
import { counted, plural } from '../base/plural.ts';

interface ItemsOptions extends PurposeOptions {
  readonly study?: string;
  readonly bank?: number;
  readonly out: string;
  readonly force: boolean;
}

export function addItemsExport(parent: Command): void {
  withPurpose(parent.command('items'))
    .description('the item report: items.csv, dif.csv, wright.csv and report.json')
    .option('--study <id>', 'the study, if there are several')
    .option('--bank <version>', 'use this version of the item bank', wholeNumber)
    .requiredOption('--out <folder>', 'write to this folder; it is created if missing')
    .option('--force', 'overwrite existing files', false)
    .action((options: ItemsOptions) => withContext((context) => exportItems(context, options)));
}

async function exportItems(context: Context, options: ItemsOptions): Promise<void> {
  const { out, purpose } = options;
  const details = purposeDetails(options);
  const study = await findStudy(context, options.study);
  const bank = findBank(context, options.bank);
  makeFolder(out, 0o700);
  if (!options.force && (await readdir(out)).length > 0) {
    throw new OperatorError(`${out} is not empty. Name another folder, or give --force.`);
  }
  const { organisationId, id: studyId } = study;
  const scope = {
    organisationId,
    of: { studyId },
    consentedOnly: purpose === 'research',
    withInvalid: false,
    withHeld: false,
  };
  await recordReading(context, {
    organisationId,
    actor: 'operator',
    action: 'items.exported',
    subject: `study:${studyId}`,
    details: { ...details, ...(await new RecordReader(context, scope).countMatching()) },
  });
  const { respondents, counts } = await readRespondents(context, scope, bank);
  const report = reportItems(bank, respondents);
  await writeReport(out, report);
  await writeManifest(join(out, 'report.json'), {
    what: 'NUM+ item report',
    build: context.build,
    madeAt: new Date(context.clock()).toISOString(),
    organisation: organisationId,
    study: studyId,
    purpose,
    bank: bank.version,
    persons: report.persons,
    attempts: counts.attempts,
    leftOutInvalid: counts.invalid,
    leftOutHeld: counts.held,
    leftOutWithoutConsent: counts.withoutConsent,
    leftOutUnanswered: counts.unanswered,
  });
  process.stdout.write(`${summaryOf(report).join('\n')}\n`);
}

async function writeReport(out: string, report: ItemReport): Promise<void> {
  const write = <Row>(
    name: string,
    columns: readonly Column<Row>[],
    rows: readonly Row[],
  ): Promise<unknown> =>
    writeTable(
      join(out, `${name}.csv`),
      headerOf(columns),
      rows.map((row) => cellsOf(columns, row)),
    );
  await write('items', itemColumns, report.items);
  await write('dif', difColumns, difLines(report));
  await write('wright', wrightColumns, wrightLines(report));
  await writeFile(join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
}

function summaryOf({ persons, personsToJudge, items, dif, isPilot }: ItemReport): string[] {
  const few = items.filter((item) => item.persons < personsToJudge).length;
  const namesOf = (isSo: (item: ItemReport['items'][number]) => boolean): string =>
    items
      .filter(isSo)
      .map(({ name }) => name)
      .join(' ') || 'none';
  const large = dif.flatMap(({ by, rows }) =>
    rows.flatMap(({ name, difference }) => (difference?.class === 'C' ? [`${name} (${by})`] : [])),
  );
  return [
    `${counted('en', persons, { one: 'person', other: 'persons' })}, each with their first attempt that answered something`,
    `${few} of ${counted('en', items.length, { one: 'item', other: 'items' })} ${plural('en', few, { one: 'has', other: 'have' })} fewer than ${personsToJudge} people: too few to judge`,
    `misfit: ${namesOf(({ misfits }) => misfits === true)}`,
    `abler people do not always earn more points: ${namesOf(({ isOrdered }) => isOrdered === false)}`,
    `large DIF: ${large.join(' ') || 'none'}`,
    ...(isPilot ? ['pilot version: difficulties of this bank are expert guesses'] : []),
  ];
}
