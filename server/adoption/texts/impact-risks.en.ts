/** The last two chapters of the impact assessment. */
import { type Block, fill, h1, p, table, ticks } from '../blocks.ts';

export function risksEn(): Block[] {
  return [
    h1('6. Risks and measures'),
    p('Severity and likelihood are those of a product that is set up well. Correct them for your setting.'),
    table(
      [6, 3, 4, 8, 6],
      ['risk', 'severity', 'likelihood', 'measures of the program', 'left to the organization'],
      [
        'The result is used to decide on a job or a benefit',
        'high',
        'medium',
        'The page and the grade say that it is no exam. A person can look.',
        'Policy that forbids it; training of staff',
      ],
      [
        'Somebody feels obliged to agree to research',
        'high',
        'low',
        'The game asks; staff do not see the answer; a test compares each page.',
        'Ask nothing on paper; recruitment by the team',
      ],
      [
        'Aids or breaks reveal a health condition',
        'high',
        'medium',
        'Aids are shown to staff of the course; elsewhere only under a pseudonym.',
        'Record an access need only if it helps',
      ],
      [
        'The database or a copy is stolen',
        'high',
        'low',
        'Texts and answers are encrypted with a key kept apart. Actions and results are not.',
        'Encrypt disk and copies; `SECRET_KEY` elsewhere',
      ],
      [
        'Somebody recognizes a person behind a pseudonym',
        'medium',
        'medium',
        'One pseudonym per study; no name and no text in statements.',
        'Do not publish times and aids of a small group',
      ],
      [
        'A member of staff looks without a reason',
        'medium',
        'medium',
        'Access by role and group of the LMS; the audit record keeps readings (`audit list`).',
        'Read the audit record; remove surplus roles',
      ],
      [
        'Data stay too long',
        'medium',
        'medium',
        'A period for each study; once a day the program erases what is older. Without a period, nothing is erased.',
        'Choose a period; destroy old copies',
      ],
      [
        'A shared computer shows somebody else’s game',
        'medium',
        'low',
        'Sessions of 12 hours at most; actions encrypted in the browser.',
        'Close the tab after the game',
      ],
    ),
    p('Risks of your own setting: ', fill('other risks, or “none”', 'charge', 4)),
  ];
}

export function decisionEn(): Block[] {
  return [
    h1('7. Before you begin'),
    ticks(
      'Each highlighted passage of the ten documents is filled in.',
      'Each recipient in document 10 is named in the notice.',
      'The disk and the copies are encrypted; `SECRET_KEY` is elsewhere.',
      'Somebody can answer a request for access or erasure.',
      'The register of incidents has a keeper.',
      'The agreements are signed.',
      'No decision is made by the result alone.',
    ),
    table(
      [3, 3, 2],
      ['role', 'name', 'date'],
      [
        'Person in charge of personal information',
        fill('name and signature', 'charge'),
        fill('date', 'charge', 0),
      ],
      ['Management', fill('name and signature', 'staff'), fill('date', 'staff', 0)],
    ),
    p(
      'Make this assessment again if a purpose, a recipient or a place changes. Run the kit again to see it.',
    ),
  ];
}
