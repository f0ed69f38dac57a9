import { type Block, fill, h1, p, points, table } from '../blocks.ts';
import type { KitFacts } from '../kit-facts.ts';
import { retentionRows } from '../retention-rows.ts';
import { months } from './notices.en.ts';

export function retentionEn({ studies }: KitFacts): Block[] {
  return [
    p('This schedule says how long each kind of information lasts, and who destroys it.'),
    h1('The period of each study'),
    table(
      [3, 2, 2],
      ['study', 'support', 'research'],
      ...studies.map(({ name, facts: { keptMonths, research } }) => [
        name,
        keptMonths === null ? fill('period, in months', 'charge', 2) : months(keptMonths),
        research === null
          ? 'nothing is asked'
          : research.keptMonths === null
            ? fill('period, in months', 'research', 2)
            : `${months(research.keptMonths)}, at the team`,
      ]),
    ),
    points(
      'The notice promises the period of support. Without one, it says that the organization decides, and nothing is erased with time.',
      'Once a day the program erases what is older. `./bin/numplus.js retention show` shows the periods and what is due; `retention purge` erases it at once.',
      'The `audit` record, which says who read what, lasts `AUDIT_KEPT_MONTHS` months, usually 60. The program then erases its rows, and the record says so.',
      'NUM+ writes the server’s log to standard output and keeps none of it. Set its period in the system that keeps it: `MaxRetentionSec` of journald, or `max-size` and `max-file` of Docker.',
      'The period of research binds the team, in its store and its files. NUM+ does not apply it there.',
      'The period counts from the last entry in a person’s log: their action, a decision of staff, a rescoring or the closing of an attempt. Whoever plays in two studies keeps what the other one still keeps.',
      'Whoever opened the activity and never played is not erased with time: `person erase`.',
      'After an erasure these stay: the grade in the LMS, old copies, exported files, logs, and a number in the audit record. A record store keeps voided statements, under a pseudonym. With SQLite, ids or results can stay for a day in unused space of the file. A fingerprint of the person stays, to erase them again if a copy is restored.',
      '**If a decision relies on a result,** the private-sector act asks to keep what was used for at least a year (s. 11). Choose 12 months or more. People can erase themselves earlier: then keep the decision and its reasons in their file.',
    ),
    h1('What the program keeps'),
    p('This table comes from the data map (document 3). Confirm “who destroys” where it is highlighted.'),
    table(
      [4, 3, 3],
      ['where', 'how long', 'who destroys'],
      ...retentionRows('en', {
        alone: 'the program, by itself',
        database: 'the program by the period of the study, or the operator on request',
        removed: fill('who removes what is no longer needed', 'operator'),
        log: fill('period of the server’s log, and who sets it', 'operator'),
        store: fill('period at each record store', 'contract', 2),
        lms: fill('period of grades in the LMS', 'lms'),
        file: fill('who may export, and when these files are destroyed', 'staff', 2),
      }),
    ),
    h1('Outside the program'),
    table(
      [3, 4, 3],
      ['what', 'good to know', 'period and who destroys'],
      [
        'Copies of the database',
        'They have the fields of the database. NUM+ deletes no old copy.',
        fill('period of the copies', 'operator'),
      ],
      [
        '`SECRET_KEY`',
        'Without it, the texts in a copy cannot be opened. Actions and results can still be read.',
        fill('where it is, who destroys it at the end', 'operator'),
      ],
      ['Printed paper', 'Staff can print a sheet.', fill('where it goes, when it is destroyed', 'staff')],
    ),
    h1('At the end of the service'),
    p(
      'Stop NUM+. Erase the database and all its copies. Destroy `SECRET_KEY` and its earlier values. Ask each record store in writing to erase. Keep the proof.',
    ),
  ];
}
