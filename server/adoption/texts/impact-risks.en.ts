/** Chapters 8 and 9 of the impact assessment. */
import { type Block, box, confirm, h1, type Line, p, type Role, table } from '../blocks.ts';
import { kitWords } from '../kit-words.ts';

type Level = 'low' | 'medium' | 'high';

export function risksEn(): Block[] {
  return [...risks(), ...plan()];
}

function risks(): Block[] {
  return [
    h1('8. Risks'),
    p(
      'A level combines the severity for the person and the likelihood. “Before” is without any measure. “What remains” is a proposal for when the measures of both columns are taken. **Tick if you agree, or correct it.**',
    ),
    table(
      [5, 2, 6, 5, 3],
      ['risk', 'before', 'measures of the program', 'left to the organization', 'what remains (to tick)'],
      risk(
        'The result is used to decide on a job or a benefit',
        'high',
        'The page and the grade say that it is not an exam. A person can review the result.',
        'Rule that forbids it; training of staff',
        'medium',
      ),
      risk(
        'An employer or a funder receives a result',
        'high',
        'Nothing is sent to them. The audit log records each export.',
        'Hand over nothing without written consent',
        'low',
      ),
      risk(
        'Somebody feels obliged to play',
        'medium',
        'They can stop, skip a scene, erase their data.',
        'Say that nothing depends on it; offer an interview',
        'low',
      ),
      risk(
        'Somebody feels obliged to agree to research',
        'high',
        'The game asks; staff do not see the answer; a test checks each page of staff.',
        'Ask nothing on paper; recruitment by the team',
        'low',
      ),
      risk(
        'Aids or breaks reveal a health condition',
        'high',
        'Aids are shown to staff of the course; elsewhere only under a pseudonym.',
        'Record an access need only if it helps',
        'medium',
      ),
      risk(
        'The database or a backup is stolen',
        'high',
        'Texts and answers are encrypted with a key kept apart. Actions and results are not.',
        'Encrypt disk and backups; `SECRET_KEY` elsewhere',
        'medium',
      ),
      risk(
        'Somebody recognizes a person behind a pseudonym',
        'medium',
        'One pseudonym per study; no name and no text in statements.',
        'Do not publish the times and aids of a small group',
        'low',
      ),
      risk(
        'A member of staff looks without a reason',
        'medium',
        'Access by role and group of the LMS; the audit log records who reads what.',
        'Read the audit log; remove unneeded roles',
        'low',
      ),
      risk(
        'Data stay too long',
        'medium',
        'A period for each study; once a day the program erases what is older. Without a period, nothing is erased.',
        'Choose a period; destroy old backups',
        'low',
      ),
      risk(
        'A shared computer shows somebody else’s game',
        'medium',
        'Sessions of 12 hours at most; actions encrypted in the browser.',
        'Close the tab after the game',
        'low',
      ),
    ),
    p('Risks of your own setting: ', confirm('No others.', 'charge')),
  ];
}

function risk(what: string, before: Level, ours: string, yours: string, after: Level): Line[] {
  return [what, before, ours, yours, box(after, 'charge')];
}

function plan(): Block[] {
  return [
    h1('9. Action plan'),
    p(
      'Owner and due date are proposed. **Tick if you agree, or correct them.** “Done on” is filled in when it is done.',
    ),
    table(
      [7, 5, 3, 2],
      ['action', 'owner (to tick)', 'due', 'done on'],
      action(
        'Adopt the written policy (document 11), which also forbids deciding on a job or a benefit by the result',
        'staff',
      ),
      action('Train staff: read the result together with the person, ask nothing about research', 'staff'),
      action('Tick all boxes of chapter 6', 'operator'),
      action(
        'Give each study and the backups a period. Say who erases people who opened the activity without playing, and when (document 5)',
        'charge',
      ),
      action('Name each recipient in the notice (documents 4 and 10)', 'operator'),
      action('Sign the agreements (document 8)', 'contract'),
      action('Remove unneeded staff roles from the course', 'lms'),
      action(
        'Publish on the organization’s site, or otherwise if it has none, the text to publish of document 11, the notice of each study (document 4), and the title and contact information of the person in charge',
        'charge',
      ),
      action(
        'Read the audit log, which the person who runs the server prints (`audit list`)',
        'charge',
        'every month',
      ),
    ),
  ];
}

function action(what: string, owner: Role, due = 'before the start'): Line[] {
  return [what, box(kitWords.en.roles[owner], 'charge'), due, ''];
}
