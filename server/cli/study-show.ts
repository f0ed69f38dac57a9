/** What people of a study are told and asked, sentence by sentence. */
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { backgroundIntroduction, backgroundQuestions } from '../studies/background-questions.ts';
import { mostPlaces } from '../studies/places.ts';
import { studyWords } from '../studies/study-words.ts';
import { asksBackground, findTold, noticeOf, questionOf, type Told } from '../studies/texts-of-study.ts';
import { findStudy } from './find-study.ts';
import { printJson, spellOut } from './output.ts';
import { withContext } from './with-context.ts';

interface ShowOptions {
  readonly json: boolean;
}

export function addStudyShowCommand(study: Command): void {
  study
    .command('show')
    .description('show what people of a study are told and asked, and its places')
    .argument('<study>', 'its id, as `study list` shows it')
    .option('--json', 'print JSON, with the facts as in the file', false)
    .action((id: string, options: ShowOptions) => withContext((context) => show(context, id, options)));
}

async function show(context: Context, id: string, { json }: ShowOptions): Promise<void> {
  const { organisationId, id: studyId, name } = await findStudy(context, id);
  const told = await findTold(context.storage, { organisationId, studyId });
  const places = await context.storage.studyPlaces.listByStudy(organisationId, studyId, mostPlaces);
  const notice = noticeOf(told);
  const question = questionOf(told);
  const state = told.isClosed ? 'closed' : 'open';
  if (json) {
    const background = asksBackground(told)
      ? { introduction: backgroundIntroduction, questions: backgroundQuestions }
      : null;
    const texts = { facts: told.facts, notice, question, background };
    const named = { study: studyId, name, title: studyWords(name) };
    printJson({ ...named, state, ...texts, places: places.map(({ place }) => place) });
    return;
  }
  const lines = (['fr', 'en'] as const).flatMap((language) => [
    '',
    `Notice ${notice.version} (${language})`,
    ...notice.sections[language].flatMap(({ title, sentences }) => [`  ${title}`, ...indent(sentences)]),
    ...(question === null
      ? ['Nothing is asked about research.']
      : [
          `Question about research ${question.version} (${language})`,
          ...indent(question.research[language]),
          ...indent(question.future?.[language] ?? []),
        ]),
    ...describeBackground(told, language),
  ]);
  const head = [
    `${studyWords(name).en} (${studyId}), ${state}`,
    ...places.map(({ place }) => `place: ${place}`),
  ];
  process.stdout.write(`${[...head, ...lines].map(spellOut).join('\n')}\n`);
}

/** Once an attempt is over, for who said yes. */
function describeBackground(told: Told, language: 'fr' | 'en'): string[] {
  if (!asksBackground(told)) return ['Nothing is asked about the person.'];
  return [
    `Background questions, after the play, for those who said yes (${language})`,
    ...indent(backgroundIntroduction[language]),
    ...backgroundQuestions.flatMap(({ text, choices }) => [
      `  ${text[language]}`,
      ...indent(choices.map((choice) => choice.text[language])),
    ]),
  ];
}

function indent(sentences: readonly string[]): string[] {
  return sentences.map((sentence) => `    ${sentence}`);
}
