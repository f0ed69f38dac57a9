import type { Command } from 'commander';
import type { Context } from '../context.ts';
import type { StudyFacts } from '../contract/study-facts.ts';
import { ensureDefaults } from '../organisations/defaults.ts';
import { addStudy, changeTexts, closeStudy, placeStudy } from '../organisations/manage-studies.ts';
import type { Study } from '../storage/ports/organisations.ts';
import { listAll } from '../storage/read-pages.ts';
import { mostPlaces, type Place } from '../studies/places.ts';
import { studyWords } from '../studies/study-words.ts';
import { findTold, versionOfNotice } from '../studies/texts-of-study.ts';
import { findStudy } from './find-study.ts';
import { listOrganisations } from './list-platforms.ts';
import { OperatorError } from './operator-error.ts';
import { printJson, printRows } from './output.ts';
import { readStudyFile } from './study-file.ts';
import { findPlace, type PlaceOptions } from './study-place.ts';
import { addStudyParticipantsCommand } from './study-participants.ts';
import { addStudyShowCommand } from './study-show.ts';
import { withContext } from './with-context.ts';

interface ChangeOptions extends PlaceOptions {
  readonly texts?: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

type AddOptions = ChangeOptions & { readonly name: string; readonly organisation?: string };

export function addStudyCommand(program: Command): void {
  const study = program
    .command('study')
    .description('studies: what people are told and asked, and where their attempts come from');
  withChanges(
    study
      .command('add')
      .description('add a study, with a key and pseudonyms of its own')
      .requiredOption('--name <name>', 'its name, for operators and for people who agreed to it')
      .option('--organisation <id>', 'the organisation, if there are several'),
  ).action((options: AddOptions) => withContext((context) => add(context, options)));
  study
    .command('list')
    .description('list studies, oldest first')
    .option('--json', 'print JSON', false)
    .action(({ json }: { json: boolean }) => withContext((context) => list(context, json)));
  addStudyShowCommand(study);
  addStudyParticipantsCommand(study);
  withChanges(
    study
      .command('change')
      .description('give a study other texts, as a new version, or another place')
      .argument('<study>', 'its id, as `study list` shows it'),
  ).action((id: string, options: ChangeOptions) => withContext((context) => change(context, id, options)));
  study
    .command('close')
    .description('take no new attempts, free its places and ask nobody any more; nothing is deleted')
    .argument('<study>', 'its id, as `study list` shows it')
    .option('--yes', 'do it; without it the command only shows what it would close', false)
    .option('--json', 'print JSON', false)
    .action((id: string, options: { readonly yes: boolean; readonly json: boolean }) =>
      withContext((context) => close(context, id, options)),
    );
}

function withChanges(command: Command): Command {
  return command
    .option('--texts <file>', 'YAML file of what people are told and asked (docs/operators)')
    .option('--platform <ref>', 'the LMS of the place, as `platform list` shows it')
    .option('--deployment <id>', 'the deployment, if the LMS has several')
    .option('--course <id>', 'only this course, by the id that the LMS sends')
    .option('--activity <id>', 'only this activity, by the id that the LMS sends')
    .option('--dry-run', 'show what would change, and change nothing', false)
    .option('--json', 'print JSON', false);
}

async function add(context: Context, options: AddOptions): Promise<void> {
  const wanted = await readWanted(context, options);
  if (options.dryRun) {
    printRows([{ study: options.name, outcome: 'would be added', ...describe(wanted) }], options.json);
    return;
  }
  // Makes what is missing, so not on a dry run.
  const organisationId = await findOrganisationId(context, options.organisation);
  const study = await addStudy(context, { organisationId, name: options.name });
  await apply(context, study, wanted);
  printRows([{ study: study.id, outcome: 'added', ...describe(wanted) }], options.json);
}

async function change(context: Context, id: string, options: ChangeOptions): Promise<void> {
  const wanted = await readWanted(context, options);
  const study = await findStudy(context, id);
  if (wanted.facts === null && wanted.place === null)
    throw new OperatorError('Say what to change: --texts, or --platform and a place.');
  const told = await findTold(context.storage, { organisationId: study.organisationId, studyId: study.id });
  if (told.isClosed) throw new OperatorError('This study is closed.');
  if (!options.dryRun) await apply(context, study, wanted);
  const outcome = options.dryRun ? 'would be changed' : 'changed';
  printRows([{ study: study.id, outcome, ...describe(wanted) }], options.json);
}

async function close(
  context: Context,
  id: string,
  { yes, json }: { readonly yes: boolean; readonly json: boolean },
): Promise<void> {
  const study = await findStudy(context, id);
  const { organisationId, name } = study;
  const [first] = await context.storage.studies.list(organisationId, { limit: 1 });
  if (first?.id === study.id)
    throw new OperatorError('The first study takes what has no other place; it stays open.');
  const places = await context.storage.studyPlaces.listByStudy(organisationId, study.id, mostPlaces);
  const outcome = yes ? 'closed' : 'would be closed';
  if (yes) await closeStudy(context, study);
  printRows([{ study: study.id, name, places: places.length, outcome }], json);
  if (!yes) throw new OperatorError('Nothing was closed. Give --yes to close this study.');
}

async function list({ storage }: Context, json: boolean): Promise<void> {
  const rows = [];
  for (const organisation of await listOrganisations(storage)) {
    for (const study of await listAll((page) => storage.studies.list(organisation.id, page))) {
      const { organisationId, id: studyId, name, createdAt } = study;
      const told = await findTold(storage, { organisationId, studyId });
      const places = await storage.studyPlaces.listByStudy(organisationId, studyId, mostPlaces);
      rows.push({
        study: studyId,
        name,
        title: studyWords(name),
        organisation: organisation.name,
        state: told.isClosed ? 'closed' : 'open',
        asks: told.facts.research === null ? 'nothing' : 'about research',
        notice: versionOfNotice(told),
        places: places.length,
        since: new Date(createdAt).toISOString(),
      });
    }
  }
  // Scripts find the name as it is stored.
  if (json) printJson(rows);
  else
    printRows(
      rows.map(({ title, ...row }) => ({ ...row, name: title.en })),
      false,
    );
}

interface Wanted {
  readonly facts: StudyFacts | null;
  readonly place: Place | null;
}

async function readWanted(context: Context, options: ChangeOptions): Promise<Wanted> {
  const place = await findPlace(context, options);
  return {
    facts: options.texts === undefined ? null : await readStudyFile(options.texts, options.json),
    place,
  };
}

async function apply(context: Context, study: Study, { facts, place }: Wanted): Promise<void> {
  if (facts !== null) await changeTexts(context, study, facts);
  if (place !== null) await placeStudy(context, study, place);
}

function describe({ facts, place }: Wanted): Record<'texts' | 'place', string> {
  return { texts: facts === null ? 'as before' : 'new version', place: place?.kind ?? 'as before' };
}

async function findOrganisationId(context: Context, wanted: string | undefined): Promise<string> {
  const all = await listOrganisations(context.storage);
  if (wanted === undefined && all.length > 1) {
    const known = all.map(({ id, name }) => `${id} (${name})`).join(', ');
    throw new OperatorError(`There are several organisations. Name one with --organisation: ${known}.`);
  }
  // The first study takes what has no other place, so it is made before this one.
  return (await ensureDefaults(context, wanted ?? null)).organisation.id;
}
