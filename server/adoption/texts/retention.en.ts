import { type Block, confirm, fill, h1, p, points, table } from '../blocks.ts';
import { hostNames, type KitFacts, storesOf } from '../kit-facts.ts';
import { retentionRows } from '../retention-rows.ts';
import { months } from './notices.en.ts';
import { studyNames } from '../study-names.ts';
import { labelsEn, tablesApartEn } from './retention-apart.ts';

export function retentionEn(facts: KitFacts): Block[] {
  return [
    p('This schedule says how long each kind of information lasts, and who destroys it.'),
    ...ofStudies(facts),
    ...ofProgram(facts),
    ...absent(facts),
    ...outside(),
    h1('At the end of the service'),
    p(
      'Stop NUM+. Erase the database and all its backups. Destroy `SECRET_KEY` and its earlier values. Destroy the list of erased people. Ask each record store in writing to erase. Keep the proof.',
    ),
  ];
}

function ofStudies({ studies, auditMonths, database }: KitFacts): Block[] {
  return [
    h1('The period of each study'),
    table(
      [3, 3, 2],
      ['study', 'support', 'research'],
      ...(studies.length === 0 ? [['no study', 'nothing is erased automatically', 'nothing is asked']] : []),
      ...studies.map(({ name, facts: { keptMonths, research } }) => [
        studyNames.en.title(name),
        keptMonths === null
          ? confirm('24 months. To be written into the file of the study: `keptMonths`.', 'charge')
          : months(keptMonths),
        research === null
          ? 'nothing is asked'
          : research.keptMonths === null
            ? fill('period, in months', 'research')
            : `${months(research.keptMonths)}, at the team`,
      ]),
    ),
    points(
      'The notice promises the period of support. Without one, it says that the organization decides, and nothing is erased automatically.',
      'Once a day the program erases what is older. `./bin/numplus.js retention show` shows the periods and what is due. `retention purge` erases it at once; with `--dry-run`, it counts without erasing.',
      `The audit log, which says who read what, lasts ${months(auditMonths)} here (\`AUDIT_KEPT_MONTHS\`; 60 by default). The program then erases its rows, and records that in the audit log.`,
      'NUM+ does not keep the log of the server: the system around it does. The person who runs the server sets its period there: `MaxRetentionSec` of journald, or `max-size` and `max-file` of Docker.',
      'The period of research binds the team, in its store and its files. NUM+ cannot apply it there.',
      'The period counts from the last entry in a person’s log: their action, a decision of staff, a rescoring or the closing of an attempt. If somebody plays in two studies, each study keeps its part for its own period.',
      `After an erasure these stay: the grade in the LMS, old backups, exported files, logs, and a number in the audit log. A record store keeps voided statements, under a pseudonym.${database.kind === 'sqlite' ? ' Ids or results can stay for a day in unused space of the database file.' : ''}`,
      '**If a decision relies on a result,** the private-sector act requires keeping what was used for at least a year (s.\u00a011). The year counts from the decision, not from the game: choose more than 12 months, for example 24. People can erase their data earlier: keep the decision, its reasons and the result that was used in their file.',
      '**Public body:** the retention schedule also comes under the Archives Act. Check with whoever looks after it.',
    ),
  ];
}

function ofProgram({ studies, auditMonths }: KitFacts): Block[] {
  return [
    h1('What the program keeps'),
    p(
      'This table comes from the data map (document 3); names in parentheses are those of the map. What is highlighted is to fill in or to confirm.',
    ),
    table(
      [4, 3, 3],
      ['what', 'how long', 'who destroys'],
      ...retentionRows('en', {
        labels: labelsEn,
        destroyers: {
          alone: 'the program, by itself',
          database:
            'the program at the end of the study’s period, the person in the game, or the operator on request',
          log: confirm('90 days, set by the person who runs the server.', 'operator'),
          store:
            storesOf(studies).length === 0
              ? 'does not apply: no record store'
              : fill(`period at ${hostNames(storesOf(studies))}`, 'contract'),
          lms: confirm(
            'The same period as the other grades of the course. The LMS administrator erases them.',
            'lms',
          ),
          file: confirm(
            'Only staff of the course and the operator export files. Whoever exports a file destroys it, after a year at most.',
            'staff',
          ),
        },
        apart: tablesApartEn(auditMonths),
      }),
    ),
  ];
}

function absent({ studies }: KitFacts): Block[] {
  const open = studies.filter(({ isClosed }) => !isClosed);
  const isKept = open.length === 0 || open.some(({ facts: { keptMonths } }) => keptMonths === null);
  return [
    h1('People who never play, or never come back'),
    table(
      [3, 4, 4],
      ['person', 'what the program does', 'who erases, and when'],
      [
        'Played, then never came back',
        'The period counts from the last entry in their log. An attempt that is left closes by itself, which makes an entry.',
        isKept
          ? 'the program, at the end of the period; without a period, nobody'
          : 'the program, at the end of the period',
      ],
      [
        'Opened the activity and never played',
        'It keeps a number and the id of the LMS and, if there are any, their groups, comfort settings and what staff set. It does not erase them by itself, even after the period, and gives no list of these people. Each is found by their id in the LMS: `person find`, `person show`, then `person erase`.',
        confirm(
          'Once a year, and when the course ends. The LMS administrator gives the list, without staff; the person who runs the server erases whoever did not play.',
          'operator',
        ),
      ],
    ),
  ];
}

function outside(): Block[] {
  return [
    h1('Outside the program'),
    table(
      [3, 4, 4],
      ['what', 'good to know', 'period and who destroys'],
      [
        'Backups of the database',
        'They have the fields of the database. NUM+ deletes no old backup.',
        confirm('90 days. Then the person who runs the server destroys them.', 'operator'),
      ],
      [
        '`SECRET_KEY`',
        'Without it, the texts in a backup cannot be opened. Actions and results can still be read.',
        'As long as the database, in a separate safe. The operator destroys it.',
      ],
      [
        'Printed paper',
        'Staff can print a sheet.',
        confirm('Locked up in the person’s file, or shredded after the meeting.', 'staff'),
      ],
    ),
  ];
}
