/** Chapters 6 and 7 of the impact assessment. */
import { type Block, chooseNumber, h1, h2, p, table, ticks } from '../blocks.ts';
import type { AnswerTo } from '../fill-in.ts';
import { hostsOf, type KitFacts, storesOf } from '../kit-facts.ts';
import { type OutsideWords, outsideWarnings } from '../outside-quebec.ts';
import { studyNames } from '../study-names.ts';

export const outsideWordsEn: OutsideWords = {
  where: 'Document 2, chapter 7. ',
  about: 'Conclusion',
  asks: 'according to the places in document 10',
  differs: (study) => `The notice of ${studyNames.en.said(study)} and this conclusion disagree: `,
  mend: (leaves) =>
    `correct the conclusion, or put \`leavesQuebec: ${String(leaves)}\` into the file of the study and make the kit again`,
};

export function securityEn(facts: KitFacts, answerTo: AnswerTo): Block[] {
  return [...security(), ...outside(facts), ...outsideWarnings(facts.studies, answerTo, outsideWordsEn)];
}

function security(): Block[] {
  return [
    h1('6. Security'),
    h2('What the program does'),
    table(
      [3, 7],
      ['measure', 'how'],
      [
        'Encrypted texts',
        'Each typed text is encrypted (AES-256-GCM) with that person’s own key. Without that key nobody can read it.',
      ],
      [
        'Separate keys',
        '`SECRET_KEY` encrypts the keys of people, the answers about research and the passwords of record stores. It is neither in the database nor in its backups.',
      ],
      [
        'What NUM+ does not encrypt',
        'In the database: actions, results, access needs, what rules read in a text, and which attempts go to research. That last point shows a yes, even without `SECRET_KEY`.',
      ],
      [
        'Encrypted journal in the browser',
        'Actions not yet sent are encrypted. A text not yet sent can stay in the tab until it is closed.',
      ],
      [
        'Transport',
        'The proxy server in front of NUM+ encrypts the exchange (https, TLS). The command `doctor` checks that the public address answers.',
      ],
      [
        'Entry',
        'People enter through a registered LMS, with a signed message that works once. NUM+ has no account and no password for people who play.',
      ],
      [
        'Sessions',
        'They end after 4 hours without use, 12 hours at most. Only a hash of the token is stored.',
      ],
      ['Staff access', 'By the role and the groups that the LMS gives.'],
      [
        'Audit log',
        'It keeps who read, changed or exported what. If the row cannot be written, nothing is given.',
      ],
      ['Log of the server', 'Codes, times and numbers. No name, IP address or text.'],
      ['Backups', 'An erased person stays erased when a backup is restored.'],
      [
        'Third-party components',
        'Each version is fixed and checked by its hash. The list of components comes with the program (`dist/sbom.cdx.json`).',
      ],
    ),
    h2('What is up to the organization'),
    p('A box that is not ticked is a risk: put it into the action plan.'),
    ticks(
      'operator',
      'The disk of the server and the backups are encrypted.',
      '`SECRET_KEY` is kept apart from the database and the backups. A duplicate is locked up.',
      'The proxy server requires https. Its certificate is renewed.',
      'Each account on the server belongs to one person, with two-factor authentication.',
      'The system and NUM+ get their updates.',
      'A backup is made every day, and restoring has been tried.',
      'The logs of the proxy server and of the host have a period.',
      'Somebody receives the alerts.',
    ),
  ];
}

function outside({ studies, publicHost }: KitFacts): Block[] {
  const stores = storesOf(studies);
  return [
    h1('7. Outside Québec'),
    p(
      `The server is at \`${publicHost}\`. ${stores.length === 0 ? 'No record store is set up.' : `Statements go to ${hostsOf(stores.map(({ host }) => host))}.`} NUM+ does not know where a server is. Document 10 asks for the place of each.`,
    ),
    p(
      'If a place is outside Québec, the law requires an assessment first (s.\u00a017; public sector, s.\u00a070.1): sensitivity, purpose, protection, legal regime of that place. Nothing goes there unless the protection is adequate. A written agreement takes the result of the assessment into account. **The notice then has to say so (s.\u00a08; public sector, s.\u00a065).** The notice follows `leavesQuebec` in the file of the study: with `true`, it says that data may leave Québec; with `false`, that they stay in Québec; without this line, it tells people to ask you. Give this answer to the person who runs the server.',
    ),
    p(
      'Conclusion: ',
      chooseNumber(
        outsideWordsEn.asks,
        'charge',
        'Everything is in Québec',
        'One place or more is outside Québec: its assessment is attached, protection is adequate, the notice says so',
      ),
    ),
  ];
}
