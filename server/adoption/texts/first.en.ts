import { type Block, chooseOne, confirm, fill, h1, p, points, steps, table } from '../blocks.ts';
import type { KitFacts } from '../kit-facts.ts';
import { sharedRow } from '../shared-places.ts';

const wordsEn = [
  '**LMS**: the course platform, such as Moodle. A **launch** is the opening of the activity from the LMS.',
  '**Study**: activities with the same notice and the same period. It may do no research. Document 4 says where each applies.',
  '**Attempt**: one play by one person, from beginning to end.',
  '**Statement (xAPI)**: a line that a program can read, which says what a person under a pseudonym did and when.',
  '**Record store (LRS)**: a service, often of a third party, that receives the statements of a study.',
  '**Pseudonym**: a code instead of the name. Whoever has the key can find the person.',
  '**Token**: a temporary pass between two systems. **Fingerprint** or **hash**: a code computed from a text, from which the text cannot be found.',
  '**Operator**: the person who runs the server.',
  '**Audit log**: the list of who read, changed or exported what. **Log of the server**: technical lines, to find a failure.',
] as const;

/** The tables of documents and of people come after these blocks. */
export function firstEn({ studies }: KitFacts): Block[] {
  return [
    p(
      'This kit helps an organization decide whether to adopt NUM+, and to do so as the law requires. The program has filled in what it knows of your installation. The rest is yours.',
    ),
    points(
      '**Highlighted** passages are for you to fill in. Each says who knows the answer; otherwise it is the person in charge of personal information.',
      '**“☐ Confirmed”** follows a usual answer. Tick it if it is true for you. If not, write your own.',
      'Each document opens in a word processor and can be changed. For a PDF, save it in that format.',
      'No document holds a key, a password or data of somebody who plays.',
      '**This is not legal advice.** Sections of the law are named to help you find them: check them. Have a lawyer or notary review anything that binds the organization.',
    ),
    h1('Words of the kit'),
    points(...wordsEn),
    h1('What holds for all documents'),
    p('These answers are asked here, once. The other documents refer to this table.'),
    table(
      [2, 5],
      ['question', 'answer'],
      sharedRow('en', studies, 'organisation'),
      ['Québec enterprise number (NEQ)', fill('ten digits', 'charge')],
      [
        'Law that applies',
        chooseOne(
          'the law of your organization',
          'charge',
          'Private sector, including a non-profit that carries on an enterprise: Act respecting the protection of personal information in the private sector',
          'Public sector, or information held on behalf of a public body (see your agreement with it): Act respecting access to documents held by public bodies (“Access Act”)',
        ),
      ],
      sharedRow('en', studies, 'inCharge'),
      sharedRow('en', studies, 'contact'),
      ['Person who runs the server', fill('name, or name of the provider', 'charge')],
      ['Director of the service', fill('name, title', 'charge')],
      ['Planned start', fill('date', 'staff')],
      [
        'Next review of the assessment',
        confirm('A year after the start. Earlier if a purpose, a recipient or a place changes.', 'charge'),
      ],
    ),
    h1('Where to begin'),
    steps(
      'Write nothing yet if document 4 says that there is no study, or document 10 that no LMS is connected. First give the answers of the table and a period to the person who runs the server. They connect the LMS, write the study and make the kit again.',
      'Fill in the table above.',
      'Read the assessment (document 2) without filling anything in.',
      'Send their questions to each person in the table below.',
      'Read the notices (document 4) as somebody who plays.',
      'Fill in the places and recipients (document 10), the periods (document 5), then the agreements (document 8).',
      'Confirm the register of incidents (document 6) and the sheet (document 7). The map (document 3) is for looking up an answer; nobody reads all of it.',
      'Adopt the written policy (document 11), or complete your own. Sign the delegation in it if the person in charge does not have the highest authority. Publish what that document says.',
      'Come back to the assessment. Confirm the risks and the action plan, give your opinion and sign.',
      'If there is research, send the appendix (document 9) to the ethics board.',
    ),
  ];
}

export const firstEnRest: readonly Block[] = [
  h1('When to make the kit again'),
  p(
    'Run `./bin/numplus.js adoption kit --out FOLDER` in a new folder when a setting, a study or a record store changes. The program never writes into a folder that already has files: your documents stay.',
  ),
  p(
    '**To answer only once,** write your answers into `answers.yaml`, beside the folders of the kit. It has each question in both languages. Then add `--answers FILE` to the command: the new kit has your answers. The program does not read what you write in a document. Boxes, choices and sentences are carried over; signatures are made again.',
  ),
];
