import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { makeFolder } from '../base/make-folder.ts';
import type { OperatorLanguage } from '../base/operator-language.ts';
import type { Context } from '../context.ts';
import { renderCopy } from '../own-data/copy-page.ts';
import { copyPerson } from '../own-data/copy-person.ts';
import { describeCopy } from '../own-data/describe-person.ts';
import { recordReading } from '../records/readings.ts';
import { findPerson } from './find-person.ts';
import { languageOption } from './language.ts';
import { OperatorError } from './operator-error.ts';
import { withContext } from './with-context.ts';
import { personTexts } from './words/person.ts';

interface ExportOptions {
  readonly out: string;
  readonly language: OperatorLanguage;
}

/** Only whoever wrote the copy reads it. */
const ownerOnly = { mode: 0o600, flag: 'wx' };

export function addPersonExportCommand(person: Command): void {
  person
    .command('export')
    .description('write all that is stored about a person: a JSON file and a page, for that person')
    .argument('<person>', 'as `person find` shows it')
    .requiredOption('--out <folder>', 'folder for the two files; it is made if it does not exist')
    .addOption(languageOption())
    .action((id: string, options: ExportOptions) => withContext((context) => write(context, id, options)));
}

async function write(context: Context, id: string, { out, language }: ExportOptions): Promise<void> {
  const texts = personTexts[language];
  const { organisationId } = await findPerson(context.storage, id, language);
  const [data, page] = [join(out, `person-${id}.json`), join(out, `person-${id}.html`)];
  for (const file of [data, page]) if (existsSync(file)) throw new OperatorError(texts.exists(file));
  makeFolder(out, 0o700);
  await recordReading(context, {
    organisationId,
    actor: 'operator',
    action: 'person.exported',
    subject: `person:${id}`,
  });
  const owner = { organisationId, personId: id };
  const extent = { withNotes: true, withStatements: true, withOpenResults: true };
  const copy = await copyPerson(context, owner, extent);
  writeFileSync(data, `${JSON.stringify(copy, null, 2)}\n`, ownerOnly);
  writeFileSync(page, renderCopy(language, copy, await describeCopy(context, owner, copy)), ownerOnly);
  process.stderr.write(`${texts.written(out)}\n${texts.handOver}\n`);
}
