/** What leaves for record stores and the gradebook. */
import { group, is } from './data-map-types.ts';
import * as shared from './shared-points.ts';

const { organisationId, registrationId, studyId, personId, resourceLinkId, attemptId, id } = shared;
const { createdAt, revision, holder, leasedUntil, tries, nextAt } = shared;

const destinationId = is('Savoir à quel magasin envoyer.', 'Says which record store to send to.');
const lastError = is('Dire à l’opérateur ce qui bloque.', 'Tells the operator what is in the way.', {
  readers: ['operator'],
  source: 'record-store',
});
const tier = is('Envoyer le niveau de détail choisi.', 'Sends the level of detail that was chosen.');
const text = is('Envoyer le même texte à chaque essai.', 'Sends the same text at every try.', {
  readers: ['record-store', 'research-store', 'researcher'],
  nature: 'pseudonymous',
});
const order = is('Envoyer dans l’ordre du journal.', 'Sends in the order of the log.');
const limit = is('Envoyer des lots que le magasin accepte.', 'Sends batches that the store accepts.', {
  source: 'record-store',
});
const sentCount = is('Compter les énoncés reçus.', 'Counts the statements received.', {
  readers: ['operator'],
});

const byProgram = { readers: ['program'], source: 'program' } as const;
const mongo = { only: 'mongodb' } as const;
const toGradebook = { readers: ['learner', 'staff', 'lms'] } as const;

export const storedDeliveries = [
  group(
    {
      name: 'destinations',
      stays: ['Ne parle d’aucune personne.', 'About no person.'],
      about: [
        'Les magasins de données qui reçoivent des énoncés.',
        'The record stores that receive statements.',
      ],
      readers: ['operator'],
      source: 'operator',
      retention: 'database',
      nature: 'technical',
    },
    {
      id: shared.id,
      organisationId,
      studyId,
      endpoint: is('Savoir où envoyer.', 'Says where to send.'),
      sealedCredentials: is('S’identifier au magasin.', 'Signs in at the record store.', {
        readers: ['program'],
        nature: 'sealed',
      }),
      purpose: is('Séparer l’usage courant de la recherche.', 'Separates operation from research.'),
      tier,
      version: is('Parler la version d’xAPI du magasin.', 'Speaks the store’s version of xAPI.', {
        source: 'record-store',
      }),
      status: is('Savoir si l’envoi est en pause.', 'Says whether sending is paused.'),
      pausedBecause: is('Dire pourquoi il est en pause.', 'Says why it is paused.', { source: 'program' }),
      notBefore: is('Attendre avant le prochain envoi.', 'Waits before the next delivery.', byProgram),
      failures: is(
        'Espacer les envois qui ne passent pas.',
        'Spaces deliveries that do not get through.',
        byProgram,
      ),
      origin: is('Savoir qui a ajouté le magasin.', 'Says who added the store.', { source: 'program' }),
      batchCount: limit,
      batchBytes: limit,
      lanes: limit,
      createdAt,
    },
  ),
  group(
    {
      name: 'deliveryProgress',
      stays: ['Ne parle d’aucune personne.', 'About no person.'],
      about: ['Jusqu’où chaque magasin est servi.', 'How far each record store has been served.'],
      only: 'sqlite',
      retention: 'database',
      nature: 'technical',
      ...byProgram,
    },
    {
      destinationId,
      organisationId,
      studyId,
      tier,
      position: is('Reprendre où l’envoi en était.', 'Goes on sending from where it stopped.'),
      sent: sentCount,
    },
  ),
  group(
    {
      name: 'followers',
      stays: ['Ne parle d’aucune personne.', 'About no person.'],
      about: ['Jusqu’où chaque magasin est servi.', 'How far each record store has been served.'],
      only: 'mongodb',
      retention: 'database',
      nature: 'technical',
      ...byProgram,
    },
    {
      destinationId,
      organisationId,
      studyId,
      tier,
      purpose: is('Séparer l’usage courant de la recherche.', 'Separates operation from research.'),
      isNamed: is('Savoir si tous les lots sont prêts.', 'Says whether all batches are ready.'),
      namedTo: is('Reprendre où la préparation en était.', 'Goes on preparing from where it stopped.'),
      sent: sentCount,
    },
  ),
  group(
    {
      name: 'statements',
      about: ['Les énoncés xAPI, prêts à partir.', 'The xAPI statements, ready to leave.'],
      only: 'sqlite',
      retention: 'database',
      nature: 'personal',
      ...byProgram,
    },
    {
      position: order,
      id,
      organisationId,
      studyId,
      attemptId,
      logSeq: order,
      part: order,
      tier,
      head: text,
      frame: is('Garder une fois un texte commun.', 'Keeps a shared text once.'),
      tail: text,
      createdAt,
    },
  ),
  group(
    {
      name: 'frames',
      about: ['Le texte que des énoncés partagent.', 'The text that statements share.'],
      only: 'sqlite',
      retention: 'database',
      nature: 'personal',
      ...byProgram,
    },
    { attemptId, id, text },
  ),
  group(
    {
      name: 'deliveries',
      about: ['L’envoi de chaque énoncé à chaque magasin.', 'The delivery of each statement to each store.'],
      retention: 'queue',
      nature: 'personal',
      ...byProgram,
    },
    {
      position: is('Savoir quel énoncé part.', 'Says which statement leaves.', { only: 'sqlite' }),
      statementId: is('Savoir quel énoncé part.', 'Says which statement leaves.', mongo),
      destinationId,
      organisationId,
      attemptId: { ...attemptId, ...mongo },
      logSeq: { ...order, ...mongo },
      part: { ...order, ...mongo },
      createdAt: { ...createdAt, ...mongo },
      batchKey: is('Trouver le lot de l’énoncé.', 'Finds the batch of the statement.', mongo),
      size: is('Faire des lots qui ne pèsent pas trop.', 'Makes batches that are not too large.', mongo),
      place: { ...order, ...mongo },
      state: is('Savoir si l’énoncé est parti.', 'Says whether the statement has left.', {
        readers: ['operator'],
      }),
      tries,
      nextAt,
      lastError,
      holder,
      leasedUntil,
      leaseId: { ...holder, ...mongo },
      revision: { ...revision, ...mongo },
    },
  ),
  group(
    {
      name: 'grades',
      about: ['Les notes à rendre au LMS.', 'The grades to return to the LMS.'],
      retention: 'database',
      nature: 'personal',
      ...byProgram,
    },
    {
      organisationId,
      personId,
      lineItemUrl: is('Rendre la note dans sa colonne.', 'Returns the grade to its column.', {
        source: 'lms',
      }),
      id,
      attemptId,
      registrationId,
      resourceLinkId,
      family: is('Respecter les usages de ce LMS.', 'Respects the habits of this LMS.', {
        nature: 'technical',
      }),
      dimension: is(
        'Savoir quelle dimension la note mesure.',
        'Says which dimension the grade measures.',
        toGradebook,
      ),
      score: is('Donner la note.', 'Gives the grade.', toGradebook),
      comment: is(
        'Dire ce que la note veut dire, sans les adaptations.',
        'Says what the grade means, without adaptations.',
        toGradebook,
      ),
      createdAt,
      state: is('Dire si la note est au carnet.', 'Says whether the gradebook has the grade.', {
        readers: ['staff', 'operator'],
      }),
      tries,
      nextAt,
      sentAt: is('Dire quand la note est partie.', 'Says when the grade left.', {
        readers: ['staff', 'operator'],
      }),
      lastError: { ...lastError, source: 'lms' },
      sameError: is('Espacer les envois qui ne passent pas.', 'Spaces deliveries that do not get through.'),
      pendingSince: is('Savoir depuis quand la note attend.', 'Says since when the grade waits.'),
      lastPostAt: is('Éviter deux envois à la même seconde.', 'Avoids two deliveries in one second.'),
      takenAttemptId: is('Savoir quel essai le carnet montre.', 'Says which attempt the gradebook shows.'),
      shownScore: is('Comparer avec la note du carnet.', 'Compares with the grade in the gradebook.', {
        source: 'lms',
      }),
      holder,
      leasedId: holder,
      leasedUntil,
      revision: { ...revision, ...mongo },
    },
  ),
];
