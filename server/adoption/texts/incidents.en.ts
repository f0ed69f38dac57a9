import {
  type Block,
  confirm,
  h1,
  h1OnNewPage,
  laterTicks,
  p,
  points,
  quote,
  steps,
  table,
} from '../blocks.ts';

export function incidentsEn(): Block[] {
  return [
    p(
      'A confidentiality incident is access, use or communication that the law does not allow, the loss of personal information, or any other breach of its protection. Every incident goes into the register, even if nobody is harmed.',
    ),
    p(
      'Who keeps this register and sends the notices: ',
      confirm(
        'The person in charge named in document 1; in their absence, the director of the service.',
        'charge',
      ),
    ),
    h1('The register'),
    p('**The first row is an invented example. Delete it before you use the register.**'),
    table(
      [3, 4, 4, 2, 4, 3, 4],
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
        '**EXAMPLE, to delete.** March\u00a02, 2026; known on March\u00a03',
        'Names and results of a group (file `group.csv`)',
        'The file was e-mailed to a wrong address.',
        '14, in Québec',
        'No. The file shows aids, which can be sensitive. But the recipient confirmed that it was erased unopened.',
        'Commission: not required. Persons: informed on March\u00a04.',
        'Reminder to staff; the file is shared in the LMS only.',
      ],
      ...Array.from({ length: 6 }, () => Array.from({ length: 7 }, () => '')),
    ),
    p(
      'The regulation requires keeping each row for at least five years after the organization learned of the incident.',
    ),
    h1('What to do'),
    steps(
      'Contain the incident: see “Check and contain” below.',
      'Fill in a row of the register with what is known.',
      'Assess the risk of serious injury with the person in charge.',
      'If it is serious: promptly notify the Commission d’accès à l’information, then the people concerned.',
      'Correct what made it possible, and note the measure.',
    ),
    h1('The risk of serious injury'),
    laterTicks(
      'The information is sensitive: health, access needs, written texts.',
      'There is reason to fear a serious consequence: loss of a job or a benefit, humiliation, identity theft.',
      'Injurious use is likely: a deliberate act, an unknown recipient, nothing recovered.',
    ),
    points(
      'NUM+ stores no name and no e-mail. But a grade in the LMS or a file of staff can carry the name.',
      'A copy of the database shows actions, results, access needs and which attempts go to research, so a yes. With `SECRET_KEY`, it also shows the texts and all answers about research.',
    ),
    h1('Check and contain'),
    table(
      [3, 6],
      ['what to check or contain', 'command, for the person who runs the server'],
      ['Who did what', '`./bin/numplus.js audit list --since DATE`'],
      ['A device or an account', 'block in the LMS, then `./bin/numplus.js session end --person ID`'],
      ['Many people', '`./bin/numplus.js session end --all`, or stop the service'],
      ['An LMS', '`./bin/numplus.js platform remove REFERENCE --yes` (the connection is lost)'],
      ['A record store', '`./bin/numplus.js lrs pause ID`, then change its credentials'],
      [
        '`SECRET_KEY`',
        'change it, then `./bin/numplus.js secret rotate --apply`, then `./bin/numplus.js platform rotate-keys REFERENCE` for each LMS. A copy already taken still opens with the earlier value',
      ],
      ['Exported statements', '`./bin/numplus.js receipt verify FILE` tells whether they were changed'],
    ),
    ...notices(),
  ];
}

/** What goes to the Commission and to the people, on the day that it is needed. */
function notices(): Block[] {
  return [
    h1('The notice to the Commission'),
    p(
      'If there is a risk of serious injury, promptly write to the Commission d’accès à l’information. Its site has a form: check what it asks for. Prepare:',
    ),
    laterTicks(
      'The name of the organization and its NEQ (document 1).',
      'The name of somebody to contact, and how.',
      'The information concerned, or why it is not known yet.',
      'What happened, and the cause if it is known.',
      'The date or period of the incident, and when the organization learned of it.',
      'The number of people, and how many are in Québec; otherwise an estimate.',
      'Why the injury can be serious: sensitivity, possible uses and consequences, likelihood.',
      'What is done or planned to notify the people, with the date.',
      'What is done or planned to reduce the risk and keep it from happening again, with the date.',
      'If so, the authority of another place that is notified too.',
    ),
    p(
      'Whoever keeps the register writes to the Commission and to the people. What is learned later is sent to the Commission too. The notice to people can wait for as long as it is likely to hamper an investigation into a crime or an offence.',
    ),
    h1OnNewPage('Model letter to the person'),
    p('Replace what is in brackets. Send it to the person, in plain words.'),
    quote(
      '[Organization], [date]',
      'Hello [name],',
      'On [date or period], [what happened, in one sentence]. We learned of it on [date].',
      'This information about you is affected: [list]. [If you have checked: Your password and your social insurance number are not in it.]',
      'This is what we have done: [measures]. This is what we will still do: [measures].',
      'This is what you can do: [for example, be careful with messages that speak of your result].',
      'Questions? Write to [name, e-mail, telephone]. You can also write to the Commission d’accès à l’information.',
      'We are sorry. [Name, title]',
    ),
  ];
}
