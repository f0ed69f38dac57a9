/** A model of the written rule that the law asks of an organisation, to adopt as it is or to change. */
import {
  type Block,
  confirm,
  fill,
  h1,
  h1OnNewPage,
  h2,
  type Inline,
  p,
  points,
  steps,
  table,
} from '../blocks.ts';
import { confidentialityPolicy } from '../confidentiality.ts';
import type { KitFacts } from '../kit-facts.ts';
import { elsewhere, sharedPlaces } from '../shared-places.ts';
import { confidentialityEn } from './confidentiality.en.ts';
import { delegationEn } from './delegation.en.ts';

export function policyEn(facts: KitFacts): Block[] {
  const { organisation, inCharge, contact } = sharedPlaces('en', facts.studies);
  return [
    p(
      'The law requires written policies and practices, in proportion to the organization, approved by the person in charge (s.\u00a03.2). This model covers the use of NUM+. If you already have a policy, add what is missing. Public sector: the governance rules are approved by the committee and published (s.\u00a063.3).',
    ),
    p('Organization: ', organisation, '; person in charge: ', inCharge, '.'),
    ...scope(),
    ...lifeOfData(),
    ...requests(contact),
    ...approval(),
    ...delegationEn(organisation, inCharge),
    h1OnNewPage('Text to publish'),
    p(
      'The law requires publishing detailed information about this policy in simple and clear language, on the site or, if there is none, by another means (s.\u00a03.2). The text below gives it. It also serves as the confidentiality policy (s.\u00a08.2). A highlighted passage waits for document 1 or, for the period, the recipients and Québec, for the file of the study. Read all of the text: you answer for it. Public sector: a regulation says what a policy contains (s.\u00a063.4); check that nothing is missing. A change is announced in the same way.',
    ),
    p(
      'Where this text is published: ',
      elsewhere('see document 4', 'Where the notice is published – address of the page, or exact place'),
    ),
    confidentialityPolicy(facts, 'en', confidentialityEn),
  ];
}

function scope(): Block[] {
  return [
    h1('The policy'),
    h2('1. Whom it applies to'),
    p(
      'This policy governs the personal information that NUM+ collects or shows. It applies to staff, interns, volunteers and providers.',
    ),
    h2('2. Roles'),
    table(
      [3, 7],
      ['who', 'what this person does'],
      [
        'Highest authority of the organization',
        'Ensures that the law is followed. Is the person in charge, or delegates this function in writing, in whole or in part (s.\u00a03.1): see the model below.',
      ],
      [
        'Person in charge',
        'Approves this policy and the assessment (document 2). Receives requests and complaints. Keeps the register of incidents. Reads the audit log every month.',
      ],
      [
        'Director of the service',
        'Says who gives support. Trains staff. Ensures that the result is used as allowed.',
      ],
      [
        'Staff who give support',
        'Read only the files of the people they support. Ask nothing about research. Report every incident.',
      ],
      [
        'Person who runs the server',
        'Makes backups, updates and the erasures that are requested. Opens the data for nothing else.',
      ],
      ['LMS administrator', 'Gives a role at the director’s request. Removes it when somebody leaves.'],
    ),
  ];
}

function lifeOfData(): Block[] {
  return [
    h2('3. Collect and use'),
    points(
      'The information serves only the purposes of the notice (document 4). Research needs a separate yes, and only the game asks for it.',
      'The result is not used to hire, to dismiss or to decide on benefits. A member of staff always reads the result together with the person who played.',
      'For a new purpose, recipient or place, the assessment is reviewed first.',
    ),
    h2('4. Who may see'),
    points(
      'Access follows the role and the groups of the LMS. It is removed on the day that the function ends.',
      'Nothing is handed to a third party, except to a provider under an agreement, to a recipient named in the notice, with the person’s consent, or under a section of the law.',
      'An exported file stays in a protected folder. It is not sent by e-mail.',
    ),
    h2('5. Keep and destroy'),
    points(
      'The periods are those of the schedule (document 5). Every study has a period.',
      'Backups, exported files and paper are destroyed on time, beyond recovery. The destruction is recorded: what, when, by whom.',
      'What was used for a decision about a person is kept for at least a year after the decision.',
    ),
  ];
}

function requests(contact: Inline): Block[] {
  return [
    h2('6. Requests from people'),
    points(
      'The person in charge answers in writing, within 30 days (20 in the public sector), after checking the identity.',
      'A request for access also covers what staff wrote outside NUM+: meeting notes, e-mails, paper files. Each member of staff hands these to the person in charge.',
      'A refusal gives the reason, the section of the law and the recourse. Whoever asks for help to understand it gets help.',
    ),
    h2('7. Complaints'),
    steps(
      ['The complaint is received in writing or in person. Contact: ', contact, '.'],
      'Somebody who is not concerned by it examines it, and hears the person.',
      'The answer is written. It says what was found, what changes, and that the person can turn to the Commission d’accès à l’information.',
      'The complaint is kept with its answer. Nobody is penalized for a complaint.',
    ),
    p(
      'Time limits of a complaint: ',
      confirm('Acknowledged within 5 business days, answered within 30 days.', 'charge'),
    ),
    h2('8. Incidents'),
    points(
      'Whoever sees or suspects an incident tells the person in charge on the same day.',
      'Every incident goes into the register (document 6), which also says how to contain, assess and notify.',
    ),
  ];
}

function approval(): Block[] {
  return [
    h2('9. Training'),
    p(
      'Training of staff: ',
      confirm(
        'Before the first access, then every year: this policy, reading the result, incidents. Attendance is recorded.',
        'staff',
      ),
    ),
    h2('10. Non-compliance'),
    p(
      'Not following this policy can lead to losing access, and to the measures that the organization, or its agreement with a provider, provides for.',
    ),
    h2('11. Approval'),
    table(
      [3, 5],
      ['question', 'answer'],
      ['Approved by the person in charge', fill('name, signature and date', 'charge', 'signature')],
      ['Review', 'with the assessment: see document 1'],
    ),
  ];
}
