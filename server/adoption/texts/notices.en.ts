import { plural } from '../../base/plural.ts';
import { type Block, fill, h1, h2, h3, p, points, table } from '../blocks.ts';
import type { KitFacts, KitStudy } from '../kit-facts.ts';

export function noticesEn({ studies }: KitFacts): Block[] {
  return [
    p(
      'These are the texts as people read them. The game also reads them aloud. They exist in French and English; both languages are in the kit.',
    ),
    points(
      '**Before the game, the person reads a summary in five points,** then presses “I understand, let’s start”. The summary gives no period, recipient or person in charge. “Read the whole notice” shows the whole notice, which is the one below. They read it again at any time: “Comfort”, then “My data”.',
      'If the study wants background questions, they come after the play, for people who said yes: age group, highest diploma, first language, years with a computer. Each can be skipped. The person changes or removes the answers in “My data”.',
      'The question about research comes after the first scored scene. The answers are “Yes, I agree”, “No”, “Later”.',
      'If a text changes, its version rises. The notice is accepted again; the question is asked again.',
      'Each version is kept. An answer is kept with the version, the language and the time.',
    ),
    p(
      'To change a fact or a sentence: `./bin/numplus.js study change ID --texts FILE`, then make the kit again.',
    ),
    ...(studies.length === 0
      ? [p(fill('add a study, then make the kit again', 'operator', 5))]
      : studies.flatMap(textsOf)),
  ];
}

function textsOf({ id, name, isClosed, facts, notice, question }: KitStudy): Block[] {
  return [
    h1(`Study “${name}”${isClosed ? ' (closed)' : ''}`),
    table(
      [2, 5],
      ['fact', 'value'],
      ['Id', `\`${id}\``],
      ['Organization', facts.organisation?.en ?? fill('organization, in the file of the study', 'operator')],
      ['In charge', facts.inCharge ?? fill('person in charge, in the file of the study', 'operator')],
      ['Contact', facts.contact ?? fill('contact, in the file of the study', 'operator')],
      ['Period', facts.keptMonths === null ? fill('period, in months', 'charge') : months(facts.keptMonths)],
      ['Other recipients', facts.recipients.map(({ en }) => en).join('; ') || 'none named'],
      [
        'Who wrote the notice',
        facts.texts.notice === null ? 'NUM+, from these facts' : 'the organization, which answers for it',
      ],
    ),
    h2(`Notice, version ${notice.version}`),
    ...notice.sections.en.flatMap(({ title, sentences }) => [h3(title), points(...sentences)]),
    h2(question === null ? 'Consent to research' : `Consent to research, version ${question.version}`),
    ...(question === null
      ? [p('This study asks nothing about research. Nobody is asked, and nothing is sent for it.')]
      : [points(...question.research.en)]),
    ...(question?.future ? [h2('Future research'), points(...question.future.en)] : []),
  ];
}

export function months(count: number): string {
  return `${count} ${plural('en', count, { one: 'month', other: 'months' })}`;
}
