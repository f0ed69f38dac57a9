/** The log of an attempt: what a person did, and what is made of it. */
import { group, is } from './data-map-types.ts';
import { logEntryParts } from './log-entry-points.ts';
import * as shared from './shared-points.ts';

const { organisationId, studyId, attemptId } = shared;

export const head = is('Ne rien perdre ni compter deux fois.', 'Loses nothing and counts nothing twice.', {
  readers: ['program'],
});

/** Staff see how many words were typed, and not the text. */
const typed = is(
  'Rendre à la personne ce qu’elle a écrit dans le jeu.',
  'Gives the person back what they typed in the game.',
  {
    readers: ['learner'],
    source: 'person',
    nature: 'sealed',
  },
);
const order = is('Garder l’ordre des entrées, sans trou.', 'Keeps the order of entries, without a gap.', {
  source: 'program',
});

const gradeIntentParts = [
  ...['id', 'organisationId', 'attemptId', 'personId', 'registrationId', 'resourceLinkId', 'family'],
  ...['lineItemUrl', 'dimension', 'score', 'comment', 'createdAt', 'dueAt'],
];

export const batchParts = [
  ...['organisationId', 'attemptId', 'studyId', 'fromSeq', 'head'],
  ...['logSeq', 'entry', 'sealed'].map((part) => `entries.${part}`),
  ...['id', 'organisationId', 'studyId', 'attemptId', 'logSeq', 'part', 'tier', 'bytes', 'createdAt'].map(
    (part) => `statements.${part}`,
  ),
  ...gradeIntentParts.map((part) => `gradeIntents.${part}`),
  ...['receipt', 'hasOutcome', 'storedAt', 'opensResearch', 'awaits', 'revision'],
];

export const storedLog = [
  group(
    {
      name: 'entries',
      about: [
        'Le journal des actions, d’où vient tout le reste.',
        'The log of actions, from which all else is derived.',
      ],
      only: 'sqlite',
      readers: ['program'],
      source: 'program',
      retention: 'database',
      nature: 'personal',
    },
    {
      organisationId,
      attemptId,
      logSeq: order,
      entry: is(
        'Refaire chaque scène, ses points et sa révision.',
        'Replays each scene, its points and its review.',
        {
          readers: ['staff'],
          source: 'person',
          parts: logEntryParts,
        },
      ),
      sealed: typed,
    },
  ),
  group(
    {
      name: 'receipts',
      about: ['Les reçus signés d’un essai.', 'The signed receipts of an attempt.'],
      only: 'sqlite',
      readers: ['researcher', 'operator'],
      source: 'program',
      retention: 'database',
      nature: 'personal',
    },
    {
      attemptId,
      organisationId,
      receipt: is('Prouver que le journal n’a pas changé.', 'Shows that the log did not change.'),
    },
  ),
  group(
    {
      name: 'batches',
      about: [
        'Le journal, ses énoncés et ses notes, en lots.',
        'The log, its statements and its grades, in batches.',
      ],
      only: 'mongodb',
      readers: ['program'],
      source: 'program',
      retention: 'database',
      nature: 'personal',
    },
    {
      organisationId,
      attemptId,
      studyId,
      fromSeq: head,
      head,
      'entries.logSeq': order,
      'entries.entry': is(
        'Refaire chaque scène, ses points et sa révision.',
        'Replays each scene, its points and its review.',
        { readers: ['staff'], source: 'person' },
      ),
      'entries.sealed': typed,
      statements: is('Envoyer les mêmes énoncés à chaque essai.', 'Sends the same statements at every try.', {
        readers: ['record-store', 'research-store', 'researcher'],
        nature: 'pseudonymous',
        parts: [
          'id',
          'organisationId',
          'studyId',
          'attemptId',
          'logSeq',
          'part',
          'tier',
          'bytes',
          'createdAt',
        ],
      }),
      gradeIntents: is('Rendre la note au LMS.', 'Returns the grade to the LMS.', {
        readers: ['learner', 'staff', 'lms'],
        parts: gradeIntentParts,
      }),
      receipt: is('Prouver que le journal n’a pas changé.', 'Shows that the log did not change.', {
        readers: ['researcher', 'operator'],
      }),
      hasOutcome: is('Trouver vite les résultats.', 'Finds results quickly.', { source: 'program' }),
      storedAt: is('Savoir quand le lot a été écrit.', 'Says when the batch was written.', {
        source: 'program',
      }),
      opensResearch: is(
        'Envoyer à la recherche seulement avec un oui.',
        'Sends to research only after a yes.',
        { source: 'person' },
      ),
      awaits: is(
        'Savoir quels envois restent à préparer.',
        'Says which deliveries are still to be prepared.',
        {
          readers: ['program'],
          source: 'program',
          nature: 'technical',
        },
      ),
      revision: shared.revision,
    },
  ),
];
