/** Who takes part, what staff set for them, and what they answered. */
import { group, is } from './data-map-types.ts';
import * as shared from './shared-points.ts';

const { organisationId, platformId, deploymentId, resourceLinkId, personId, studyId } = shared;
const { revision, createdAt, updatedAt, attemptId, id } = shared;

const byStaff = { readers: ['learner', 'staff'], source: 'staff' } as const;

export const storedPeople = [
  group(
    {
      name: 'persons',
      about: ['Les personnes, sans nom ni courriel.', 'People, without name or e-mail.'],
      readers: ['program'],
      source: 'lms',
      retention: 'database',
      nature: 'personal',
    },
    {
      id: is('Relier ce que fait une même personne.', 'Links what one person does.', {
        readers: ['staff', 'operator'],
        source: 'program',
      }),
      organisationId,
      platformId,
      deploymentId,
      subject: is(
        'Reconnaître la personne au prochain lancement et rendre sa note.',
        'Recognizes the person at the next launch, and returns the grade.',
        { readers: ['lms'] },
      ),
      sealedKey: is('Chiffrer les textes de cette personne.', 'Encrypts the texts of this person.', {
        source: 'program',
        nature: 'sealed',
      }),
      createdAt,
    },
  ),
  group(
    {
      name: 'personSettings',
      about: ['Ce que le personnel règle pour une personne.', 'What staff set for a person.'],
      retention: 'database',
      nature: 'personal',
      ...byStaff,
    },
    {
      organisationId,
      resourceLinkId,
      personId,
      withHelper: is(
        'Permettre qu’une personne aide à côté, sans perdre de points.',
        'Lets somebody help beside the person, at no cost of points.',
      ),
      accessNeeds: is(
        'Choisir des scènes qui conviennent aux besoins d’accès.',
        'Chooses scenes that fit the access needs.',
      ),
      form: is('Donner à la personne un parcours à elle.', 'Gives the person a form of their own.'),
      attemptsUpTo: is('Permettre des essais de plus.', 'Allows more attempts.'),
      isStaff: is(
        'Écarter les essais du personnel du carnet de notes.',
        'Keeps attempts of staff out of the gradebook.',
        { source: 'lms' },
      ),
      revision,
      updatedAt,
    },
  ),
  group(
    {
      name: 'comfort',
      about: ['Les réglages de confort d’une personne.', 'The comfort settings of a person.'],
      readers: ['learner'],
      source: 'person',
      retention: 'database',
      nature: 'personal',
    },
    {
      organisationId,
      personId,
      settings: is(
        'Retrouver taille du texte, contraste, animations et voix.',
        'Brings back text size, contrast, motion and voice.',
        { parts: ['text-size', 'contrast', 'motion', 'voice', 'voice-pace'] },
      ),
      revision,
      updatedAt,
    },
  ),
  group(
    {
      name: 'consents',
      about: [
        'Les réponses sur la recherche. Le personnel n’y a aucun accès.',
        'The answers about research. Staff have no access to them.',
      ],
      readers: ['program'],
      source: 'program',
      retention: 'database',
      nature: 'technical',
    },
    {
      id: is('Trouver la réponse d’une personne à une étude.', 'Finds the answer of a person to a study.', {
        nature: 'personal',
      }),
      organisationId,
      studyId,
      personId,
      sealed: is(
        'Respecter le choix de la personne et prouver ce qui lui a été dit.',
        'Respects the person’s choice, and shows what they were told.',
        {
          readers: ['learner'],
          source: 'person',
          nature: 'sealed',
          parts: ['answers.at', 'answers.version', 'answers.language', 'answers.answer', 'answers.future'],
        },
      ),
      revision,
    },
  ),
  group(
    {
      name: 'backgrounds',
      about: [
        'Les réponses aux questions sur soi, pour la recherche. Le personnel n’y a aucun accès.',
        'The answers to background questions, for research. Staff have no access to them.',
      ],
      readers: ['program'],
      source: 'program',
      retention: 'database',
      nature: 'technical',
    },
    {
      id: is(
        'Trouver les réponses d’une personne à une étude.',
        'Finds the answers of a person to a study.',
        {
          nature: 'personal',
        },
      ),
      organisationId,
      studyId,
      personId,
      sealed: is(
        'Comparer des groupes de personnes, si elles ont accepté et répondu.',
        'Compares groups of people, if they agreed and answered.',
        {
          readers: ['learner', 'researcher'],
          source: 'person',
          nature: 'sealed',
          parts: [
            'at',
            ...['answers.ageGroup', 'answers.schooling', 'answers.firstLanguage', 'answers.computerYears'],
          ],
        },
      ),
      revision,
    },
  ),
  group(
    {
      name: 'groupMemberships',
      about: ['Les groupes d’une personne dans son cours.', 'The groups of a person in the course.'],
      readers: ['program'],
      source: 'lms',
      retention: 'database',
      nature: 'personal',
    },
    {
      organisationId,
      resourceLinkId,
      personId,
      groupIds: is(
        'Montrer une personne au personnel de son groupe seulement.',
        'Shows a person only to the staff of their group.',
      ),
      reach: is('Savoir qui voit plus que son groupe.', 'Says who sees more than their group.'),
      askedAt: is('Savoir quand le LMS l’a dit.', 'Says when the LMS told it.', { source: 'program' }),
    },
  ),
  group(
    {
      name: 'groupSettings',
      stays: ['Parle d’un groupe, pas d’une personne.', 'About a group, not a person.'],
      about: ['Ce que le personnel règle pour un groupe.', 'What staff set for a group.'],
      retention: 'database',
      nature: 'personal',
      ...byStaff,
    },
    {
      organisationId,
      resourceLinkId,
      groupId: is('Savoir de quel groupe il s’agit.', 'Says which group it is.', { source: 'lms' }),
      withHelper: is('Permettre une aide à côté à tout le groupe.', 'Lets the whole group be helped.'),
      accessNeeds: is('Choisir des scènes qui conviennent au groupe.', 'Chooses scenes that fit the group.'),
      extraAttempts: is('Permettre des essais de plus au groupe.', 'Allows the group more attempts.'),
      revision,
      updatedAt,
    },
  ),
  group(
    {
      name: 'staffNotes',
      about: ['Les remarques du personnel sur un essai.', 'The notes of staff about an attempt.'],
      readers: ['staff'],
      source: 'staff',
      retention: 'database',
      nature: 'personal',
    },
    {
      organisationId,
      attemptId,
      kind: is('Savoir de quoi parle la note.', 'Says what the note is about.'),
      personId,
      sealedText: is(
        'Garder pourquoi le personnel a décidé ainsi; vide dès qu’il l’efface.',
        'Keeps why staff decided so; empty as soon as they remove it.',
        { nature: 'sealed' },
      ),
      revision,
      updatedAt,
    },
  ),
  group(
    {
      name: 'reviewRequests',
      about: ['Les demandes de révision.', 'The requests for a review.'],
      readers: ['learner', 'staff'],
      source: 'program',
      retention: 'database',
      nature: 'personal',
    },
    {
      id,
      organisationId,
      attemptId,
      personId,
      resourceLinkId,
      askedAt: is('Savoir depuis quand la personne attend.', 'Says since when the person waits.'),
      sealedText: is('Dire au personnel ce qui est demandé.', 'Tells staff what is asked.', {
        source: 'person',
        nature: 'sealed',
      }),
      answeredAt: is('Savoir quand le personnel a répondu.', 'Says when staff answered.'),
      sealedAnswer: is('Répondre à la personne.', 'Answers the person.', {
        source: 'staff',
        nature: 'sealed',
      }),
      place: shared.place,
    },
  ),
];
