import { type Block, fill, h1, h2, type Line, p, points, quote, steps, table, ticks } from '../blocks.ts';
import { type KitFacts, type KitStudy, sayOnce } from '../kit-facts.ts';
import { studyNames } from '../study-names.ts';
import { sayPlacesEn } from './study-places.en.ts';

export function ethicsEn({ studies }: KitFacts): Block[] {
  const asking = studies.filter(({ question }) => question !== null);
  return [
    p(
      'This appendix helps an ethics board judge how the game asks for consent, hides the answer from staff and applies it. It follows the Tri-Council Policy Statement (TCPS 2), whose articles it names. Attach the texts of document 4.',
    ),
    ...(asking.length === 0
      ? [p('**No study of this installation does research.** This appendix will serve if that changes.')]
      : []),
    h1('1. The research'),
    table(
      [2, 5],
      ['question', 'answer'],
      ...(asking.length === 0 ? [['Study', 'none']] : asking.flatMap(describe)),
      ['Who can take part', fill('criteria; minors or not', 'research')],
      ['Risks and benefits', fill('what the person risks and gains', 'research', 'sentences')],
      ['Compensation', fill('none, or which', 'research')],
    ),
    h1('2. A free choice (art.\u00a03.1)'),
    p(
      'People come through somebody who supports them, and whom they depend on. A request from that person, or an answer that they see, is not a free choice. So:',
    ),
    points(
      'The game asks the question. Staff do not ask it and do not see the answer.',
      'The question is separate from the notice, after the first scored scene. By then the person knows what it is about.',
      '“Later” is an answer. The game then asks once more.',
      'The support is the same, whatever the answer.',
      'The answer is encrypted. No page, file or order of a list for staff depends on it. A test compares them byte for byte.',
    ),
    h2('Who can still know'),
    points(
      'The person who runs the server: they must not support any participant.',
      'The team that receives a research file: it does not give it to staff.',
      'Whoever looks at the screen: “Later” and “Comfort” let the person answer alone.',
      'Whoever holds the support data and the research data of one study: see below.',
    ),
    h2('Two files of one study have the same pseudonyms'),
    points(
      'The support file has everybody, whatever they answered. Staff take it by “Activity data”; the person who runs the server, by `export` with `--purpose operational`. The research file has only people who said yes.',
      '**The pseudonym and the numbers of attempts and statements are the same in both.** The same goes for record stores. Whoever holds both can link them, and see who said yes and who did not.',
      'These files have no names. But staff also have a list with names. Times and results can then be enough to name somebody in a research file.',
      '**So the research team has no support file, no support store and no staff page. Staff have no research file and no research store.** Only the person who runs the server may have both, and they support nobody.',
    ),
    p(
      'Here these roles are kept apart as follows: ',
      fill('who runs, who analyzes, who supports', 'research'),
    ),
    h1('3. A choice that lasts (art.\u00a03.3)'),
    points(
      'The person can change their mind at any time in the game: “Comfort”, then “My data”.',
      'After a withdrawal, nothing more is sent. What was waiting is removed. What was sent is voided at the research store.',
      'An analysis that is already published cannot be redone. The question says so before the yes.',
      'A yes also counts for what the person has already done. Files that the team exported before a withdrawal stay, and NUM+ does not tell the team.',
    ),
    p('Until when a withdrawal changes an analysis: ', fill('date or stage', 'research')),
    p('What the team erases on its side, and how: ', fill('procedure', 'research', 'sentences')),
    h1('4. Privacy (chapter 5)'),
    points(
      'If the study wants it, four questions come after the play, for people who said yes: age group, highest diploma, first language, years with a computer. The person chooses which ones to answer. The answers are encrypted, outside statements, and only in files for research. A withdrawal removes them. In a small group, they can be enough to recognize somebody.',
      'The team receives statements under a pseudonym. They have no name, e-mail or written text.',
      'The pseudonym differs between studies. It is not anonymity: the database and the key lead to the person.',
      'Times, aids and the device can be enough to recognize somebody in a small group.',
    ),
    h1('5. What the study has to say'),
    table(
      [3, 5],
      ['subject', 'answer'],
      ['Minors', fill('NUM+ does not check age: how the study makes sure', 'research')],
      [
        'First Nations, Inuit, Métis (chapter 9)',
        fill('engagement with communities; whose the data are', 'research'),
      ],
      ['Capacity to consent; another language', fill('who can explain, without being staff', 'research')],
      ['Retention at the team', fill('place, period, destruction', 'research')],
      ['Future research', fill('purposes allowed, or “not asked”', 'research')],
      ['Conflicts of interest', fill('none, or which', 'research')],
    ),
    h1('6. Recruitment text'),
    p(
      'The research team hands it out. **The person who gives support does not, and does not talk about it.**',
    ),
    script(studies),
    h2('Instructions to staff'),
    steps(
      'Do not ask whether the person said yes. Do not note it anywhere.',
      'If a person asks you about the research, give them the contact of the team.',
      'Do not stay in front of the screen during the question. Say that they can choose “Later”.',
      'Hand out no consent form on paper.',
    ),
    h1('7. To tick'),
    ticks(
      'research',
      'Document 4 is attached, in both languages.',
      'Staff have read the instructions.',
      'Staff have no research file and no research store. The team has no support file and no support store.',
      'The protocol says how far a withdrawal goes, and who erases.',
    ),
  ];
}

function describe(study: KitStudy): Line[][] {
  const { name, facts, notice, question } = study;
  const { research } = facts;
  return [
    ['Study', studyNames.en.short(name)],
    ['Where it applies', sayPlacesEn(study)],
    ['Team', research?.team.en ?? ''],
    ['Purpose, as the person reads it', research?.purpose.en ?? ''],
    ['Versions of the texts', `notice ${notice.version}, question ${question?.version ?? '–'}`],
    ['Future research', question?.future ? 'asked, separately' : 'not asked'],
    ['Background questions', research?.background ? 'four, optional, after the game' : 'not asked'],
  ];
}

function script(studies: readonly KitStudy[]): Block {
  const team = sayOnce(studies, ({ research }) => research?.team.en);
  const contact = sayOnce(studies, ({ research }) => research?.contact);
  return quote(
    'You are going to play NUM+. Later, the game will ask you a question about research.',
    [
      team ?? fill('name of the team', 'research'),
      ' would like to use what you do in the game, your results, your settings, your aids and how you use your device. The team does not get your name. It does not get what you write.',
    ],

    'The choice is yours: yes, no or later. The person who supports you does not see your answer. They will not ask you for it. Your services stay the same.',

    'You can change your mind in the game. Open “Comfort”, then “My data”. What was already sent is cancelled. An analysis that is already published cannot be redone.',
    [
      'Questions? Write to ',
      contact ?? fill('contact of the team', 'research'),
      '. To talk to somebody else: ',
      fill('contact of the ethics board', 'research'),
      '.',
    ],
  );
}
