import { type Block, chooseOne, confirm, fill, h1, p, points, steps, table } from '../blocks.ts';
import type { KitFacts } from '../kit-facts.ts';
import { sharedRow } from '../shared-places.ts';

const wordsEn = [
  '**LMS**: the course platform, such as Moodle. A **launch** is the opening of the activity from the LMS.',
  '**Study**: the activities that share a notice and a period. A study does not have to do research. Document 4 says where each applies. Its **file**, which the operator writes, says who answers for the data, for how long they are kept and who receives them.',
  '**Attempt**: one play by one person, from beginning to end.',
  '**Statement (xAPI)**: a line that a program can read, which says what a person under a pseudonym did and when.',
  '**Record store (LRS)**: a service, often of a third party, that receives the statements of a study.',
  '**Pseudonym**: a code instead of the name. Whoever has the key can find the person.',
  '**Token**: a temporary pass between two systems. **Fingerprint** or **hash**: a code computed from a text, from which the text cannot be found.',
  '**Operator**: the person who runs the server. Words in `this type` are commands, settings and names for them. `SECRET_KEY` is the secret that opens what NUM+ encrypts. The **proxy server** stands in front of NUM+ and encrypts the exchange.',
  '**Audit log**: the list of who read, changed or exported what. **Log of the server**: technical lines, to find a failure.',
] as const;

/** The tables of documents and of people come after these blocks. */
export function firstEn({ studies }: KitFacts): Block[] {
  return [
    p(
      'This kit helps an organization decide whether to adopt NUM+, and to do so as the law requires. The program has filled in what it knows of your installation. The rest is yours.',
    ),
    points(
      '**Highlighted** passages are for you to fill in: write over them. Most say whom to ask; the others are for the person in charge of personal information.',
      '**“☐\u00a0Confirmed”** follows a proposed answer. Tick it if it is true for you. If not, write your own. To tick a box, type X over it; in a list of boxes, type X before the words.',
      'Each document opens in a word processor and can be changed. For a PDF, save it in that format.',
      'No document holds a key, a password or data of somebody who plays.',
      '**This is not legal advice.** Have a lawyer or notary review anything that binds the organization. Sections are named to help you find them: check them. “s.” is a section of the private-sector act, or of the Access Act after “public sector”. Both laws have their names in the table below.',
    ),
    h1('Words of the kit'),
    points(...wordsEn),
    h1('What holds for all documents'),
    p(
      'These answers are asked here, once. Where another document says “see document 1”, you can leave it. The texts that others read need the answer itself: the delegation and the policy to publish (document 11), and the sheet (document 7). The last chapter says how to have all of them filled in.',
    ),
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
      'Write nothing yet if document 4 says that there is no study or that a notice does not name everything, or if document 10 says that no LMS is connected. First give the answers of the table above, the period, and whether data leave Québec, to the person who runs the server. They connect the LMS, write the file of the study and make the kit again.',
      'Fill in the table above.',
      'Read the assessment (document 2) without filling anything in.',
      'Send each person their questions: “What is left to fill in, by person”, below, has a list for each.',
      'Read the notices (document 4) as somebody who plays.',
      'Fill in the places and recipients (document 10), the periods (document 5), then the agreements (document 8).',
      'Confirm who keeps the register of incidents (document 6), and the sheet on automated decisions (document 7). The data map (document 3) is for looking up an answer; nobody reads all of it.',
      'Adopt the written policy (document 11), or complete your own. If the person in charge is not the highest authority, have that authority sign the delegation in it. Publish what that document says.',
      'Come back to the assessment. Confirm the risks and the action plan, give your opinion and sign.',
      'If there is research, send the appendix (document 9) to the ethics board.',
    ),
  ];
}

export const firstEnRest: readonly Block[] = [
  h1('When to make the kit again'),
  p(
    'When a setting, a study or a record store changes, the person who runs the server runs `./bin/numplus.js adoption kit --out FOLDER` with a new folder. The program never writes into a folder that already has files: your documents stay.',
  ),
  p(
    '**To answer only once,** write your answers into `answers.yaml`, beside the folders of the kit, rather than into the documents. It has each question in both languages; any text editor opens it. With `--answers FILE` in the command, the new kit has your answers. The notice and the policy take the period, the recipients and what leaves Québec from the file of the study. The program does not read what you write in a document. Boxes, choices and sentences are carried over; signatures are made again.',
  ),
];
