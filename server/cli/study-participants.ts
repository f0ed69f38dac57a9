import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { recordReading } from '../records/readings.ts';
import { backgroundColumns } from '../research/background-columns.ts';
import { cellsOf, headerOf } from '../research/columns.ts';
import { openBackgrounds } from '../research/read-background.ts';
import { writeManifest } from '../research/export-file.ts';
import { writeTable } from '../research/table-file.ts';
import { listFutureParticipants } from '../research/future-participants.ts';
import { findStudy } from './find-study.ts';
import { OperatorError } from './operator-error.ts';
import { printRows } from './output.ts';
import { withContext } from './with-context.ts';

interface ParticipantsOptions {
  readonly study?: string;
  readonly future: boolean;
  readonly out: string;
  readonly json: boolean;
}

export function addStudyParticipantsCommand(study: Command): void {
  study
    .command('participants')
    .description('write the pseudonyms of those who agreed to future research (CSV); recorded')
    .option('--study <id>', 'the study, if there are several')
    .requiredOption('--future', 'who agreed to research that is not known yet')
    .requiredOption('--out <file>', 'write to this file, which must not exist yet, with a manifest beside it')
    .option('--json', 'print JSON', false)
    .action((options: ParticipantsOptions) => withContext((context) => write(context, options)));
}

async function write(context: Context, { study: id, out, json }: ParticipantsOptions): Promise<void> {
  if (existsSync(out)) throw new OperatorError(`${out} already exists. Name another file.`);
  const study = await findStudy(context, id);
  const { organisationId, id: studyId } = study;
  const people = await listFutureParticipants(context, study);
  await recordReading(context, {
    organisationId,
    actor: 'operator',
    action: 'participants.exported',
    subject: `study:${studyId}`,
    details: { purpose: 'future-research', persons: people.length },
  });
  const backgroundOf = await openBackgrounds(context, study);
  const header = ['person', ...(backgroundOf === null ? [] : headerOf(backgroundColumns))];
  const rows = [];
  for (const { person, personId } of people) {
    const about =
      backgroundOf === null ? [] : cellsOf(backgroundColumns, { background: await backgroundOf(personId) });
    rows.push([person, ...about]);
  }
  const facts = await writeTable(out, header, rows);
  await writeManifest(out, {
    what: 'NUM+ people who agreed to future research, CSV (RFC 4180), UTF-8',
    build: context.build,
    madeAt: new Date(context.clock()).toISOString(),
    organisation: organisationId,
    study: studyId,
    ...facts,
  });
  printRows([{ study: studyId, persons: people.length, file: out }], json);
}
