/** `adoption kit`: the documents with which an organisation adopts NUM+. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { readYaml } from '../../scenarios/kit/yaml-source.ts';
import type { Language } from '../../scenarios/world/base.ts';
import { askAnswers, AnswersFile, type KitAnswer } from '../adoption/answers.ts';
import { listAsked } from '../adoption/asked-questions.ts';
import { listFaults } from '../adoption/check-answers.ts';
import { gatherFacts } from '../adoption/gather-facts.ts';
import type { KitFacts } from '../adoption/kit-facts.ts';
import { listWarnings } from '../adoption/warn-answers.ts';
import { hasFiles, writeKit } from '../adoption/write-kit.ts';
import type { Context } from '../context.ts';
import type { Organisation, Study } from '../storage/ports/organisations.ts';
import { findStudy } from './find-study.ts';
import { listOrganisations } from './list-platforms.ts';
import { OperatorError } from './operator-error.ts';
import { printProblems, spellOut } from './output.ts';
import { withContext } from './with-context.ts';

interface KitOptions {
  readonly out: string;
  readonly answers?: string;
  readonly study?: string;
  readonly organisation?: string;
  readonly language?: Language;
}

export function addAdoptionCommand(program: Command): void {
  program
    .command('adoption')
    .description('documents for an organisation that adopts NUM+')
    .command('kit')
    .description(
      'write an impact assessment, notices, registers and more as DOCX, filled in from the running settings',
    )
    .requiredOption('--out <folder>', 'write to this empty folder; it is created if missing')
    .option('--answers <file>', 'fill in the answers of an earlier kit: its answers.yaml')
    .option('--study <id>', 'only this study; otherwise all studies of the organisation')
    .option('--organisation <id>', 'the organisation, if there are several')
    .addOption(new Option('--language <language>', 'only this language').choices(['fr', 'en']))
    .action((options: KitOptions) => withContext((context) => write(context, options)));
}

async function write(context: Context, options: KitOptions): Promise<void> {
  const { out, language } = options;
  const scope = await findScope(context, options);
  if (await hasFiles(out)) {
    throw new OperatorError(`${out} is not empty and may hold your answers. Name another folder.`);
  }
  const earlier = options.answers === undefined ? [] : await readAnswers(options.answers);
  const facts = await gatherFacts(context, scope);
  refuseUnclear(facts, earlier, language ?? 'en');
  const { files, unplaced } = await writeKit(out, facts, language ? [language] : ['fr', 'en'], earlier);
  process.stdout.write(`${files.join('\n')}\n`);
  const warnings = listWarnings(facts, askAnswers(facts, earlier), language ?? 'en');
  if (warnings.length > 0) process.stderr.write(`${warnings.map(spellOut).join('\n')}\n`);
  if (unplaced.length === 0) return;
  const names = unplaced.map(({ en }) => `  ${spellOut(en)}`).join('\n');
  process.stderr.write(
    `This kit does not ask these questions any more. Their answers are at the end of answers.yaml:\n${names}\n`,
  );
}

async function readAnswers(path: string): Promise<readonly KitAnswer[]> {
  const { source, problems } = readYaml(basename(path), await readFile(path, 'utf8'), AnswersFile);
  if (source !== null) return source.data.answers;
  printProblems(problems, false);
  throw new OperatorError(`${path} cannot be used; nothing was written.`);
}

/** All at once, so that a file is mended once. */
function refuseUnclear(facts: KitFacts, earlier: readonly KitAnswer[], language: Language): void {
  const faults = listFaults(listAsked(facts, language), askAnswers(facts, earlier), language);
  if (faults.length === 0) return;
  process.stderr.write(`${faults.map(spellOut).join('\n')}\n`);
  throw new OperatorError(
    language === 'fr'
      ? 'Rien n’a été écrit\u00a0: corrigez ces réponses.'
      : 'Nothing was written: mend these answers.',
  );
}

async function findScope(
  context: Context,
  { study: id, organisation: wanted }: Pick<KitOptions, 'study' | 'organisation'>,
): Promise<{ organisation: Organisation | undefined; study: Study | undefined }> {
  const all = await listOrganisations(context.storage);
  const study = id === undefined ? undefined : await findStudy(context, id);
  const named = study?.organisationId ?? wanted;
  const found = named === undefined ? all : all.filter((one) => one.id === named);
  if (named !== undefined && found.length === 0)
    throw new OperatorError(`There is no organisation ${named}.`);
  if (found.length > 1) {
    const known = found.map((one) => `${one.id} (${one.name})`).join(', ');
    throw new OperatorError(`There are several organisations. Name one with --organisation: ${known}.`);
  }
  return { organisation: found[0], study };
}
