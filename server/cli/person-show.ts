import type { Command } from 'commander';
import type { OperatorLanguage } from '../base/operator-language.ts';
import type { Context } from '../context.ts';
import { copyPerson } from '../own-data/copy-person.ts';
import { describeCopy } from '../own-data/describe-person.ts';
import { personEn } from '../own-data/person-words.en.ts';
import { personFr } from '../own-data/person-words.fr.ts';
import { recordReading } from '../records/readings.ts';
import { findPerson } from './find-person.ts';
import { languageOption } from './language.ts';
import { printJson, spellOut } from './output.ts';
import { withContext } from './with-context.ts';

interface ShowOptions {
  readonly language: OperatorLanguage;
  readonly json: boolean;
}

export function addPersonShowCommand(person: Command): void {
  person
    .command('show')
    .description('show what is kept about a person: counts and dates, without what they typed')
    .argument('<person>', 'as `person find` shows it')
    .addOption(languageOption())
    .option('--json', 'print JSON', false)
    .action((id: string, options: ShowOptions) => withContext((context) => show(context, id, options)));
}

async function show(context: Context, id: string, { language, json }: ShowOptions): Promise<void> {
  const { organisationId } = await findPerson(context.storage, id, language);
  const owner = { organisationId, personId: id };
  await recordReading(context, {
    organisationId,
    actor: 'operator',
    action: 'person.shown',
    subject: `person:${id}`,
  });
  const copy = await copyPerson(context, owner, {
    withNotes: false,
    withStatements: false,
    withOpenResults: true,
  });
  const about = await describeCopy(context, owner, copy);
  // What somebody answered for research, and what was sent there, stays with the person (ADR 48 and 58).
  const shown = {
    ...about,
    kept: about.kept.filter(({ kind }) => kind !== 'research' && kind !== 'background'),
    sent: about.sent.filter(({ purpose }) => purpose !== 'research'),
    activities: about.activities.map(({ name, notices, attempts }) => ({
      name,
      notices,
      attempts: attempts.map((one) => ({
        ...one,
        scenes: one.scenes.map((scene) => ({ ...scene, typed: scene.typed.map(() => '') })),
      })),
    })),
  };
  if (json) {
    printJson({
      person: id,
      ...shown,
      // Counts and dates: neither results nor what people wrote.
      activities: shown.activities.map(({ name, notices, attempts }) => ({
        name,
        notices,
        attempts: attempts.map(({ number, practice, keptMonths, startedAt, endedAt, scenes }) => ({
          number,
          practice,
          keptMonths,
          startedAt,
          endedAt,
          scenes: scenes.map(({ title, status, actions, typed, at }) => ({
            title,
            status,
            actions,
            at,
            typed: typed.length,
          })),
        })),
      })),
    });
    return;
  }
  const sections = language === 'fr' ? personFr(shown) : personEn(shown);
  const lines = sections.flatMap(({ title, sentences }) => [
    '',
    title,
    ...sentences.map((one) => `  ${one}`),
  ]);
  process.stdout.write(`${[id, ...lines].map(spellOut).join('\n')}\n`);
}
