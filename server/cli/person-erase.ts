import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { type ErasureCertificate, findCertificate } from '../erasure/certificate.ts';
import { mostAttempts } from '../erasure/carry-out.ts';
import { erasePerson } from '../erasure/erase-person.ts';
import type { OperatorLanguage } from '../base/operator-language.ts';
import { findPerson } from './find-person.ts';
import { inLanguage, languageOption } from './language.ts';
import { listOrganisations } from './list-platforms.ts';
import { OperatorError } from './operator-error.ts';
import { printJson, printRows } from './output.ts';
import { withContext } from './with-context.ts';
import { erasingWords } from './words/erasing.ts';

interface Options {
  readonly yes: boolean;
  readonly retry: boolean;
  readonly language: OperatorLanguage;
  readonly json: boolean;
}

export function addPersonEraseCommands(person: Command): void {
  person
    .command('erase')
    .description('erase a person everywhere, and void what record stores have; the LMS keeps its own')
    .argument('<person>', 'the number of the person')
    .option('--yes', 'do it; without it the command only shows what it would erase', false)
    .addOption(languageOption())
    .option('--json', 'print JSON', false)
    .action((id: string, options: Options) =>
      inLanguage(options.language, () => withContext((context) => erase(context, id, options))),
    );
  person
    .command('certificate')
    .description('show what an erasure did, and what record stores have answered since')
    .argument('<id>', 'the number of the certificate')
    .option('--retry', 'send again what record stores refused', false)
    .addOption(languageOption())
    .option('--json', 'print JSON', false)
    .action((id: string, options: Options) =>
      inLanguage(options.language, () => withContext((context) => show(context, id, options))),
    );
}

async function erase(context: Context, id: string, { yes, language, json }: Options): Promise<void> {
  const words = erasingWords[language];
  const { organisationId } = await findPerson(context.storage, id, language);
  if (!yes) {
    const attempts = await context.storage.erasures.listAttempts(organisationId, id, mostAttempts);
    printRows([{ person: id, attempts: attempts.length }], json);
    throw new OperatorError(words.notErased);
  }
  const by = 'operator';
  const certificate = await erasePerson(context, { organisationId, personId: id }, by, context.clock());
  printCertificate(certificate, json);
  process.stderr.write(`${words.erased(certificate.id)}\n`);
}

async function show(context: Context, id: string, { retry, language, json }: Options): Promise<void> {
  const words = erasingWords[language];
  for (const organisation of await listOrganisations(context.storage)) {
    if (retry) await context.storage.voidings.retry(organisation.id, id);
    const found = await findCertificate(context, organisation.id, id);
    if (found === undefined) continue;
    printCertificate(found, json);
    if (!found.isFinal) process.stderr.write(`${words.notFinal}\n`);
    return;
  }
  throw new OperatorError(words.unknownCertificate);
}

function printCertificate(certificate: ErasureCertificate, json: boolean): void {
  const at = new Date(certificate.at).toISOString();
  if (json) {
    printJson({ ...certificate, at });
    return;
  }
  const { id, kind, requestedBy, rows, stores } = certificate;
  printRows([{ certificate: id, kind, requestedBy, at }], false);
  printRows([rows], false);
  if (stores.length > 0)
    printRows(
      stores.map((store) => ({ ...store })),
      false,
    );
}
