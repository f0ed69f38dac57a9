/** Chapters 4 and 5 of the impact assessment. */
import { type Block, confirm, h1, h2, p, points, table } from '../blocks.ts';
import type { KitFacts } from '../kit-facts.ts';
import { sharedPlaces } from '../shared-places.ts';

export function rightsEn(facts: KitFacts): Block[] {
  return [...lifeCycle(facts), ...rights(facts)];
}

const unusedSpace: Readonly<Record<KitFacts['database']['kind'], string>> = {
  sqlite:
    'Ids or results can stay for a day in unused space of the database file, never a name or a readable text.',
  mongodb: 'The database uses the freed space again by itself.',
};

function lifeCycle({ idleDays, database }: KitFacts): Block[] {
  return [
    h1('4. From collection to destruction'),
    table(
      [2, 6],
      ['step', 'what NUM+ does'],
      [
        'Inform',
        'The notice comes before the game. It can be read or heard, in French and English, and opened again at any time. Texts and versions: document 4.',
      ],
      ['Collect', 'What the person does while they play, and what the LMS sends at the launch.'],
      ['Use', 'Rules written beforehand give the points. Sheet: document 7.'],
      ['Disclose', 'To the LMS and to the record stores that were chosen. List: document 10.'],
      [
        'Keep',
        `Periods: document 5. An attempt without an action for ${idleDays} days is closed, not erased.`,
      ],
      [
        'Destroy',
        `Once a day the program erases what is older than the study’s period; without a period, nothing. People can erase their own data in the game. On request, the operator does it (\`person erase\`). What stays: the grade in the LMS, old backups, exported files, logs, a number in the audit log. ${unusedSpace[database.kind]} More in document 5.`,
      ],
    ),
  ];
}

function rights({ studies }: KitFacts): Block[] {
  const { contact } = sharedPlaces('en', studies);
  return [
    h1('5. Rights of the person'),
    table(
      [2, 5, 4],
      ['right', 'how', 'who answers here'],
      [
        'Access',
        'The person reads their report and “My data” in the game, and takes a copy there. If they cannot open the game any more, the operator makes the copy (`person export`). A full request for access also covers what staff noted outside NUM+: meeting notes, e-mails, paper files. NUM+ does not have them: gather them.',
        confirm(
          'The person in charge, in writing, within 30 days (20 in the public sector). They decide on an erasure; the person who runs the server does it.',
          'charge',
        ),
      ],
      [
        'Portability, since 22 September 2024',
        'The copy exists as JSON, a structured and commonly used format. It goes to the person, or to whoever may receive it by law. The law covers what the person provided, not what was inferred; the copy has both.',
        'as for access',
      ],
      [
        'Correction',
        'The person asks for a review of their result. Staff answer, allow another attempt or correct the grade in the LMS.',
        'staff of the course; a written request, as for access',
      ],
      [
        'Withdrawal',
        'The person stops taking part in research, in the game. They can also stop playing.',
        'the person alone',
      ],
      [
        'Erasure',
        'The person erases their data in the game, under “My data”; on request, the operator does it (`person erase`). Each erasure leaves a certificate. A grade already in the LMS has to be erased there.',
        'as for access',
      ],
      [
        'Complaint, recourse',
        'To the organization first. If it refuses or does not answer in time, to the Commission d’accès à l’information, generally within 30 days. Check the time limit.',
        contact,
      ],
    ),
    h2('Check who is asking'),
    points(
      'NUM+ does not know the name. A request made in the game comes from the account in the LMS.',
      'By e-mail, by telephone or through somebody else: check before you answer.',
      'A refusal is given in writing, with the reason, the section of the law and the recourse.',
    ),
    p(
      'Identity check: ',
      confirm(
        'The person opens the activity in front of staff, or shows an identity document of which no copy is kept.',
        'charge',
      ),
    ),
  ];
}
