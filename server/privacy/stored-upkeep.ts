/** What the program keeps to do its work and to account for it. */
import { group, is } from './data-map-types.ts';
import * as shared from './shared-points.ts';

const { id, organisationId, createdAt, expiresAt, place, holder, leasedUntil } = shared;

const engine = {
  readers: ['program'],
  source: 'program',
  retention: 'engine',
  nature: 'technical',
} as const;

export const storedUpkeep = [
  group(
    {
      name: 'audit',
      stays: [
        'Ne se change pas, jusqu’à ce que son délai passe. Le numéro d’une personne effacée n’y mène plus à rien.',
        'Cannot be changed until its period is over. The number of an erased person leads nowhere any more.',
      ],
      about: [
        'Qui a changé, lu ou exporté quoi. Jamais un nom ni un secret; le compte et la raison de l’opérateur, oui.',
        'Who changed, read or exported what. Never a name or a secret, except the operator’s account and reason.',
      ],
      readers: ['operator'],
      source: 'program',
      retention: 'audit',
      nature: 'personal',
    },
    {
      id,
      organisationId,
      at: is('Dire quand.', 'Says when it happened.'),
      actor: is('Dire qui.', 'Says who did it.'),
      action: is('Dire quoi.', 'Says what was done.'),
      subject: is('Dire sur quoi ou sur qui.', 'Says what or whom it was about.'),
      details: is(
        'Dire comment; chaque action a ses propres détails.',
        'Says how; each action has its own details.',
      ),
    },
  ),
  group(
    {
      name: 'ltiRows',
      stays: [
        'Expire; un numéro de lancement n’y mène plus à rien.',
        'Expires; the number of a launch leads nowhere any more.',
      ],
      about: [
        'Ce que la connexion LTI garde\u00a0: clés, jetons, nonces, départs, cours d’origine et avis du LMS.',
        'What the LTI connection keeps: keys, tokens, nonces, departures, courses of origin and notices of the LMS.',
      ],
      ...engine,
    },
    {
      id,
      collection: is('Savoir quelle sorte de ligne c’est.', 'Says which kind of row it is.'),
      fields: is('Trouver la ligne, parfois par un lancement.', 'Finds the row, sometimes by a launch.', {
        nature: 'personal',
      }),
      uniqueKey: is('Refuser une réponse répétée.', 'Refuses an answer that is repeated.', {
        nature: 'personal',
      }),
      value: is(
        'Parler au LMS; clés et jetons y sont chiffrés, le reste non.',
        'Talks to the LMS; keys and tokens in it are encrypted, the rest is not.',
      ),
      createdAt,
      expiresAt,
      place,
    },
  ),
  group(
    {
      name: 'ltiFields',
      stays: ['Comme `ltiRows`.', 'As `ltiRows`.'],
      about: ['De quoi trouver les lignes de `ltiRows`.', 'What finds the rows of `ltiRows`.'],
      only: 'sqlite',
      ...engine,
    },
    {
      collection: is('Savoir quelle sorte de ligne c’est.', 'Says which kind of row it is.'),
      name: is('Nommer le champ.', 'Names the field.'),
      value: is('Trouver la ligne, parfois par un lancement.', 'Finds the row, sometimes by a launch.', {
        nature: 'personal',
      }),
      rowId: is('Savoir quelle ligne c’est.', 'Says which row it is.'),
    },
  ),
  group(
    {
      name: 'schema',
      stays: ['Ne parle d’aucune personne.', 'About no person.'],
      about: ['La version de la base.', 'The version of the database.'],
      only: 'mongodb',
      readers: ['operator'],
      source: 'program',
      retention: 'database',
      nature: 'technical',
    },
    {
      owner: is('Refuser la base d’un autre programme.', 'Refuses the database of another program.'),
      version: is('Savoir ce qui reste à mettre à jour.', 'Says what is still to be updated.'),
      begun: is('Savoir quelle mise à jour a commencé.', 'Says which update has begun.'),
      holder,
      leasedUntil,
      fence: is('Arrêter une mise à jour dépassée.', 'Stops an update that was overtaken.'),
      probe: is('Vérifier que la base peut être écrite.', 'Checks that the database can be written.'),
    },
  ),
];
