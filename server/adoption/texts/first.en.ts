import { type Block, h1, p, points, steps } from '../blocks.ts';

/** The tables of what is left to fill in come after these blocks. */
export const firstEn: readonly Block[] = [
  p(
    'This kit helps an organization decide whether to adopt NUM+, and do it as the law asks. The program has filled in what it knows of your installation. The rest is yours.',
  ),
  points(
    '**Highlighted** passages are for you to fill in. Each says who knows the answer.',
    'Each document opens in a word processor and can be changed. For a PDF, save it in that format.',
    'No document holds a key, a password or data of somebody who plays.',
    '**This is not legal advice.** Sections of the law are named to help you find them. Have a lawyer or notary review anything that binds the organization.',
    'A **study**, here, is a group of activities with its notice and its period. It may do no research. A **record store** is a service that receives, under a pseudonym, what is done in the game. The **LMS** is the course platform, such as Moodle.',
  ),
  h1('Where to begin'),
  steps(
    'Read the assessment (document 2) without filling anything in.',
    'Send their questions to each person in the table below.',
    'Fill in the places and recipients (document 10), the periods (document 5), then the agreements (document 8).',
    'Read the notices (document 4) as somebody who plays. If there are none, have a study added first.',
    'Fill in the register of incidents (document 6) and the sheet (document 7). The map (document 3) is for looking up an answer; nobody reads all of it.',
    'Come back to the assessment, finish it and sign it.',
    'If there is research, send the appendix (document 9) to the ethics board.',
  ),
];

export const firstEnRest: readonly Block[] = [
  h1('When to make the kit again'),
  p(
    'Run `./bin/numplus.js adoption kit --out FOLDER` in a new folder when a setting, a study or a record store changes. The program never writes into a folder that already has files: your answers stay.',
  ),
];
