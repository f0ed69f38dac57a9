/** How far an attempt is, and its measure. */
import { dimensions } from '../../scenarios/kit/dimensions.ts';
import { group, is } from './data-map-types.ts';
import * as shared from './shared-points.ts';
import { batchParts, head } from './stored-log.ts';

const { organisationId, platformId, registrationId, studyId, personId, resourceLinkId } = shared;

const estimateParts = ['theta', 'se', 'band', 'levelShares', 'level', 'between', 'items'] as const;
const measureParts = [
  'bankVersion',
  'scenes',
  ...[...estimateParts, 'score', 'scoreBand', 'wle.theta', 'wle.se'].map((part) => `overall.${part}`),
  ...dimensions.flatMap((dimension) => estimateParts.map((part) => `dimensions.${dimension}.${part}`)),
];

const toPeople = { readers: ['learner', 'staff'] } as const;
const byPerson = { ...toPeople, source: 'person' } as const;
const hidden = { readers: ['program'] } as const;

export const storedPlay = [
  group(
    {
      name: 'attempts',
      about: ['Les essais, et où ils en sont.', 'The attempts, and how far they are.'],
      source: 'program',
      retention: 'database',
      nature: 'personal',
      ...hidden,
    },
    {
      id: is('Relier tout ce qui vient d’un essai.', 'Links all that comes from one attempt.', {
        readers: ['staff', 'operator', 'record-store', 'research-store', 'researcher'],
      }),
      organisationId,
      platformId,
      registrationId,
      studyId,
      personId,
      resourceLinkId,
      practice: is('Ne compter ni tests ni démonstrations.', 'Counts no tests and no trials.'),
      number: is('Dire quel essai c’est.', 'Says which attempt it is.', toPeople),
      seed: is('Refaire les mêmes variantes des scènes.', 'Makes the same variants of the scenes again.'),
      form: is('Savoir quel parcours est joué.', 'Says which form is played.', toPeople),
      bankVersion: is(
        'Mesurer avec les mêmes items jusqu’à la fin.',
        'Measures with the same items throughout.',
      ),
      createdAt: is('Dire quand l’essai a commencé.', 'Says when the attempt began.', toPeople),
      head,
      'progress.head': head,
      'progress.status': is('Dire où en est l’essai.', 'Says how far the attempt is.', toPeople),
      'progress.language': is('Jouer dans la langue choisie.', 'Plays in the chosen language.', byPerson),
      'progress.noticeVersion': is('Prouver quel avis a été lu.', 'Shows which notice was read.', {
        source: 'person',
      }),
      'progress.research': is(
        'Envoyer à la recherche seulement avec un oui.',
        'Sends to research only after a yes.',
        { source: 'person' },
      ),
      'progress.epoch': is('Laisser écrire une seule page à la fois.', 'Lets one page write at a time.'),
      'progress.writer': is('Reconnaître la page qui peut écrire.', 'Recognizes the page that may write.'),
      'progress.launchId': is(
        'Relier l’essai à son dernier lancement.',
        'Links the attempt to its last launch.',
      ),
      'progress.openedAt': is(
        'Dater les actions sans l’horloge de l’appareil.',
        'Dates actions without the device’s clock.',
      ),
      'progress.openedTMs': is(
        'Dater les actions sans l’horloge de l’appareil.',
        'Dates actions without the device’s clock.',
        {
          source: 'browser',
        },
      ),
      'progress.actionSeq': is(
        'Ne rien perdre ni compter deux fois.',
        'Loses nothing and counts nothing twice.',
      ),
      'progress.lastAt': is(
        'Dire quand la personne a joué, et fermer un essai délaissé.',
        'Says when the person last played, and closes an idle attempt.',
        toPeople,
      ),
      'progress.scenes': is('Reprendre chaque scène où elle en était.', 'Resumes each scene where it was.', {
        ...toPeople,
        parts: [
          ...['sceneId', 'scenario', 'worldVersion', 'scoringVersion', 'status', 'fromSeq', 'spent', 'eased'],
          ...['choice.by', 'choice.narrowedBy', 'choice.best.scenario', 'choice.best.worth', 'choice.draw'],
        ],
      }),
      'progress.pool': is('Choisir parmi les mêmes scènes.', 'Chooses among the same scenes.'),
      'progress.helperOffer': is(
        'Offrir une aide à côté une seule fois.',
        'Offers help beside the person once.',
        {
          source: 'person',
        },
      ),
      'progress.measure': is('Dire le niveau et sa marge.', 'Tells the level and its margin.', {
        ...toPeople,
        parts: measureParts,
      }),
      'progress.adaptations': is(
        'Lire le résultat avec les adaptations utilisées.',
        'Lets the result be read with the adaptations used.',
        byPerson,
      ),
      'progress.score': is('Donner la note.', 'Gives the grade.', { readers: ['learner', 'staff', 'lms'] }),
      'progress.endedAt': is('Dire quand l’essai a fini.', 'Says when the attempt ended.', toPeople),
      'progress.isReopened': is(
        'Laisser reprendre un essai rouvert.',
        'Lets a reopened attempt go on.',
        toPeople,
      ),
      'progress.validity': is(
        'Écarter un essai du carnet et de la recherche.',
        'Keeps an attempt out of gradebook and research.',
        {
          ...toPeople,
          source: 'staff',
          parts: ['state', 'reason', 'at', 'logSeq'],
        },
      ),
      'progress.heldFor': is(
        'Faire décider une personne avant d’envoyer la note.',
        'Has a person decide before the grade is sent.',
        {
          readers: ['staff'],
        },
      ),
      'progress.accessNeeds': is(
        'Choisir des scènes qui conviennent aux besoins d’accès.',
        'Chooses scenes that fit the access needs.',
        {
          ...toPeople,
          source: 'staff',
        },
      ),
      storedAt: is('Savoir quand l’essai a été écrit.', 'Says when the attempt was written.', {
        only: 'mongodb',
      }),
      batch: is(
        'Tenir le dernier lot d’entrées; ses champs sont ceux de `batches`.',
        'Holds the newest batch; its fields are those of `batches`.',
        {
          only: 'mongodb',
          parts: batchParts,
        },
      ),
      isFiled: is('Savoir si ce lot est déjà rangé.', 'Says whether that batch is already filed.', {
        only: 'mongodb',
        nature: 'technical',
      }),
    },
  ),
];
