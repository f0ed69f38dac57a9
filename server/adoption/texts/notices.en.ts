import { plural } from '../../base/plural.ts';
import { backgroundIntroduction, backgroundQuestions } from '../../studies/background-questions.ts';
import { type Block, confirm, fill, h1, h2, h3, p, points, table } from '../blocks.ts';
import { isNamed, type KitFacts, type KitStudy } from '../kit-facts.ts';
import { kitWords } from '../kit-words.ts';
import { studyNames } from '../study-names.ts';
import { noticeDutiesEn } from './notice-duties.en.ts';
import { shownEn } from './shown.ts';
import { studyPlacesEn } from './study-places.en.ts';

export function noticesEn({ studies }: KitFacts): Block[] {
  return [
    p(
      'These are the texts as people read them. The game can also read them aloud. They exist in French and in English: the French ones are in the French kit.',
    ),
    points(
      '**Before the game, the person reads a summary in five points,** then presses “I understand, let’s start”. “Read the whole notice” shows the whole notice. They read it again at any time: “Comfort”, then “My data”.',
      'The question about research comes after the first scored scene. The answers are “Yes, I agree”, “No”, “Later”.',
      'If the study wants background questions, they come after the play, for people who said yes. The person chooses which ones to answer. They change or remove their answers in “My data”.',
      'If a text changes, its version rises. People then accept the notice again, or answer the question again.',
      'Each version is kept. An answer is kept with the version, the language and the time.',
    ),
    p(
      'To change a fact or a sentence, the person who runs the server writes it into the file of the study, runs `./bin/numplus.js study change ID --texts FILE`, then makes the kit again.',
    ),
    h1('The summary in five points'),
    p(
      'It is the same for all studies. The period, the recipients and the person in charge are in the whole notice.',
    ),
    points(...shownEn.summary),
    h1('The notice, before people come to play'),
    p(
      'The program shows the notice only in the activity. Also put the notice of each study in a public place, so that it can be read beforehand: a page of the site, or a sheet at the front desk. The policy of document 11 goes to the same place.',
    ),
    p('Where the notice is published: ', fill('address of the page, or exact place', 'charge')),
    ...studyPlacesEn(studies),
    ...(studies.length === 0
      ? [
          p(
            'There is no study yet: ',
            fill(
              'add a study and its place (the course or the activity), then make the kit again',
              'operator',
              'step',
            ),
          ),
        ]
      : studies.flatMap(textsOf)),
    ...noticeDutiesEn(studies),
  ];
}

function textsOf(study: KitStudy): Block[] {
  const { id, name, isClosed, facts, notice, question, asksBackground } = study;
  const { seeFirst } = kitWords.en;
  return [
    h1(`${studyNames.en.title(name)}${isClosed ? ' (closed)' : ''}`),
    table(
      [2, 5],
      ['fact', 'value'],
      ['Id', `\`${id}\``],
      ['Organization', facts.organisation?.en ?? seeFirst],
      ['In charge', facts.inCharge ?? seeFirst],
      ['Contact', facts.contact ?? seeFirst],
      ['Period', facts.keptMonths === null ? 'none: see document 5' : months(facts.keptMonths)],
      ['Outside Québec', outside(facts.leavesQuebec)],
      ['Other recipients', facts.recipients.map(({ en }) => en).join('; ') || 'none named'],
      [
        'Who wrote the notice',
        facts.texts.notice === null ? 'NUM+, from these facts' : 'the organization, which answers for it',
      ],
    ),
    ...(isNamed(study)
      ? []
      : [
          p(
            `The notice of ${studyNames.en.said(name)} does not name everything: `,
            fill(
              'write what document 1 says, the period, and whether data leave Québec, into the file of the study; then make the kit again',
              'operator',
              'step',
            ),
          ),
        ]),
    h2(`Notice, version ${notice.version}`),
    ...notice.sections.en.flatMap(({ title, sentences }) => [h3(title), points(...sentences)]),
    h2(question === null ? 'Consent to research' : `Consent to research, version ${question.version}`),
    ...(question === null
      ? [p('This study asks nothing about research. Nobody is asked, and nothing is sent for it.')]
      : [points(...question.research.en)]),
    ...(question?.future ? [h2('Future research'), points(...question.future.en)] : []),
    ...(asksBackground ? backgroundTexts() : []),
    p(
      `Texts of ${studyNames.en.said(name)} read through: `,
      confirm('These texts are true and can be understood.', 'charge'),
    ),
  ];
}

function backgroundTexts(): Block[] {
  return [
    h2('Background questions'),
    points(...backgroundIntroduction.en),
    ...backgroundQuestions.flatMap(({ text, choices }) => [
      h3(text.en),
      points(...choices.map((choice) => choice.text.en), shownEn.decline),
    ]),
  ];
}

export function months(count: number): string {
  return `${count} ${plural('en', count, { one: 'month', other: 'months' })}`;
}

function outside(leavesQuebec: boolean | null): string {
  if (leavesQuebec === null) return 'not said: see document 2, chapter 7';
  return leavesQuebec ? 'data may leave' : 'data stay there';
}
