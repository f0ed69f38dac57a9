import { type Block, fill, h1, p, points, steps, table, ticks } from '../blocks.ts';

export function incidentsEn(): Block[] {
  return [
    p(
      'A confidentiality incident is access, use or communication that the law does not allow, or the loss of personal information. All of them go into the register, even without injury.',
    ),
    p('Who keeps this register: ', fill('name, title, replacement', 'charge')),
    h1('The register'),
    table(
      [2, 4, 4, 2, 4, 3, 4],
      [
        'dates (incident; known on)',
        'information concerned',
        'circumstances',
        'people concerned',
        'risk of serious injury, and why',
        'notices (Commission; persons)',
        'measures taken',
      ],
      [
        '**Example.** 2026-03-02; known on 2026-03-03',
        'Names and results of a group (file `group.csv`)',
        'The file was e-mailed to a wrong address.',
        '14, in Québec',
        'No. The recipient confirmed that it was erased unopened. Not very sensitive.',
        'Commission: not required. Persons: informed on 2026-03-04.',
        'Reminder to staff; the file is shared in the LMS only.',
      ],
      ...Array.from({ length: 6 }, () => Array.from({ length: 7 }, () => '')),
    ),
    p('The regulation asks to keep each line for at least five years after the incident is known.'),
    h1('What to do'),
    steps(
      'Contain. See the table further down.',
      'Write a line in the register with what is known.',
      'Assess the risk of serious injury with the person in charge.',
      'If it is serious: promptly notify the Commission d’accès à l’information, then the people concerned.',
      'Correct what made it possible, and note the measure.',
    ),
    h1('The risk of serious injury'),
    ticks(
      'The information is sensitive: health, access needs, written texts.',
      'A grave consequence is to be feared: loss of a job or a benefit, humiliation, identity theft.',
      'Injurious use is likely: a deliberate act, an unknown recipient, nothing recovered.',
    ),
    points(
      'NUM+ stores no name and no e-mail. But a grade in the LMS or a file of staff can carry the name.',
      'A copy of the database shows actions and results. With `SECRET_KEY`, it also shows the texts and the answers about research.',
    ),
    h1('Look and contain'),
    table(
      [3, 6],
      ['what is affected', 'command, for the person who runs the server'],
      ['Know who did what', '`./bin/numplus.js audit list --since DATE`'],
      ['A device or an account', 'block in the LMS, then `./bin/numplus.js session end --person ID`'],
      ['Many people', '`./bin/numplus.js session end --all`, or stop the service'],
      ['An LMS', '`./bin/numplus.js platform remove REFERENCE --yes` (the connection is lost)'],
      ['A record store', '`./bin/numplus.js lrs pause ID`, then change its credentials'],
      [
        '`SECRET_KEY`',
        'change it, then `./bin/numplus.js secret rotate --apply`, then `./bin/numplus.js platform rotate-keys REFERENCE` for each LMS. A copy that has left still opens with the earlier value',
      ],
      ['Exported statements', '`./bin/numplus.js receipt verify FILE` tells whether they were changed'],
    ),
    h1('The notice to the Commission'),
    p(
      'The Commission has a form on its site. It asks for the columns of the register, and for somebody to contact. ',
      fill('who writes to the Commission, and who writes to the persons', 'charge'),
    ),
  ];
}
