/** Chapter 3 of the impact assessment: what is collected, where it goes, who sees it. */
import { type Block, confirm, h1, h2, p, points, table } from '../blocks.ts';
import { hostsOf, type KitFacts, namesOf, storesOf } from '../kit-facts.ts';

export function informationEn(facts: KitFacts): Block[] {
  return [h1('3. The information and where it goes'), ...collected(), ...flow(facts), ...readers()];
}

function collected(): Block[] {
  return [
    h2('What is collected'),
    table(
      [5, 3, 3],
      ['information', 'from', 'sensitive?'],
      ['Random number and id in the LMS', 'program, LMS', 'no'],
      ['Course, activity, groups', 'LMS', 'no'],
      ['Actions in the game, with times; breaks and absences', 'the person', 'somewhat'],
      ['Points, levels, grade, comment', 'program', 'somewhat'],
      ['Comfort, aids, access needs, device', 'the person, browser, staff', '**yes: can reveal health**'],
      ['Texts typed in the game', 'the person', '**yes** (encrypted)'],
      ['What rules read in a text, as categories and numbers', 'program', 'somewhat (not encrypted)'],
      ['Requests for review and notes of staff', 'the person, staff', '**yes** (encrypted)'],
      ['Answer about research', 'the person', '**yes** (encrypted, hidden from staff)'],
      [
        'Age group, diploma, first language, years with a computer. Only if a study wants it, after the play, from people who said yes',
        'the person',
        '**yes** (encrypted, hidden from staff)',
      ],
      ['Audit log', 'program', 'no'],
    ),
    p(
      'The whole list, field by field, is the data map (document 3). Nothing is bought or taken from elsewhere.',
    ),
    h2('What is not collected'),
    points(
      'NUM+ stores no name, e-mail, address, birth date, gender or social insurance number. Staff see the name that the LMS gives at that moment.',
      'There is no sound, picture or video. No cookie follows the person.',
      'A password invented in the game stays in the browser.',
    ),
  ];
}

function flow({ platforms, studies, alertHost }: KitFacts): Block[] {
  const lms = namesOf(platforms);
  const stores = storesOf(studies);
  return [
    h2('The flow'),
    p(
      'The study decides on the notice and the recipients. Document 4 says where each study applies, and which one covers everything else.',
    ),
    table(
      [5, 5, 4, 4],
      ['from → to', 'what goes there', 'who can see it', 'protection'],
      [
        `LMS${lms === '' ? '' : ` (${lms})`} → NUM+`,
        'id, role, course, activity, groups; the name if the LMS gives it, shown and not stored',
        'the program',
        'message signed by the LMS, valid once; https',
      ],
      [
        'Browser of the person → NUM+',
        'actions, texts, comfort settings, answers',
        'the program; then the person, and staff as in the row on their pages and files',
        'https; actions not yet sent are encrypted in the browser',
      ],
      [
        'NUM+ → database',
        'everything',
        'the person who runs the server',
        'texts and answers encrypted; the key is elsewhere',
      ],
      [
        'Database → backups',
        'everything, except `SECRET_KEY`',
        'whoever holds the backups',
        'to be encrypted by the organization',
      ],
      [
        stores.length === 0
          ? 'NUM+ → record store (none is set up)'
          : `NUM+ → record store (${hostsOf(stores.map(({ host }) => host))})`,
        'statements under a pseudonym; no name, no text',
        'whoever has access to that store; a store for research receives only statements of people who said yes',
        'one pseudonym per study; https',
      ],
      [
        'NUM+ → gradebook of the LMS',
        'the grade and its comment',
        'the person, staff of the course',
        'token of the LMS; https',
      ],
      [
        'NUM+ → pages and files of staff',
        'names from the LMS, results, actions with times, aids; of a text, the number of words and what rules read in it; the text of requests for review',
        'staff of the course, by their groups',
        'role given by the LMS; audit log',
      ],
      [
        'NUM+ → files for research',
        'results under a pseudonym, answers to background questions',
        'the research team',
        'command of the person who runs the server; audit log',
      ],
      [
        `NUM+ → log of the server${alertHost === null ? '' : `, alert service (\`${alertHost}\`)`}`,
        `codes, times, numbers${alertHost === null ? '' : '; to the alert service, no personal information'}`,
        'the person who runs the server',
        'no name, IP address or text',
      ],
    ),
  ];
}

function readers(): Block[] {
  return [
    h2('Who reads what'),
    table(
      [3, 6],
      ['who', 'what they read'],
      ['The person', 'Their report, their attempts, the notice, their answer about research, their data'],
      [
        'Staff of the activity',
        'Names from the LMS, results, actions with times, aids. Of a text typed in a task, the number of words and what rules read in it. The text of requests for review, and their own notes',
      ],
      ['The LMS', 'The grade and its comment'],
      ['A record store', 'Statements under a pseudonym, without name or text'],
      [
        'The research team',
        'Statements of people who said yes, under a pseudonym. In its files, also their answers to background questions, if the study asks them',
      ],
      [
        'The person who runs the server',
        'The database. With the key `SECRET_KEY`, also the texts, the answers about research and the answers to background questions',
      ],
    ),
    p(
      'Who has access here: ',
      confirm(
        'Only staff who give support have a staff role in the course. One person runs the server, named in document 1.',
        'lms',
      ),
    ),
  ];
}
