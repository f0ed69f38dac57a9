/** What an organisation sets up: studies, platforms, activities. */
import { group, is } from './data-map-types.ts';
import * as shared from './shared-points.ts';

const { organisationId, platformId, registrationId, deploymentId, studyId, contextId } = shared;
const { id, createdAt, updatedAt, expiresAt, revision, settingParts } = shared;

const byOperator = {
  readers: ['operator'],
  source: 'operator',
  retention: 'database',
  nature: 'technical',
  stays: ['Ne parle d’aucune personne qui joue.', 'Not about a person who plays.'],
} as const;
const fromLms = { source: 'lms' } as const;
const byProgram = { source: 'program' } as const;
const privateHosts = is('Joindre un LMS d’un réseau interne.', 'Reaches an LMS in a private network.');
const inBoth = (part: string): string[] => [`${part}.fr`, `${part}.en`];

export const storedOrganisations = [
  group(
    { name: 'organisations', about: ['L’organisation.', 'The organization.'], ...byOperator },
    {
      id,
      name: is('Nommer l’organisation dans ses pages.', 'Names the organization on its pages.'),
      timeZone: is('Dire les heures comme sur place.', 'Tells times as they are there.'),
      createdAt,
    },
  ),
  group(
    { name: 'studies', about: ['Les études.', 'The studies.'], ...byOperator },
    {
      id,
      organisationId,
      name: is('Nommer l’étude.', 'Names the study.'),
      sealedKey: is('Faire les pseudonymes de l’étude.', 'Makes the pseudonyms of the study.', {
        readers: ['program'],
        nature: 'sealed',
        ...byProgram,
      }),
      createdAt,
    },
  ),
  group(
    {
      name: 'studyTexts',
      about: ['Ce qu’une étude dit et demande, par version.', 'What a study tells and asks, by version.'],
      ...byOperator,
    },
    {
      organisationId,
      studyId,
      revision,
      facts: is(
        'Écrire l’avis et la question de recherche.',
        'Writes the notice and the question about research.',
        {
          readers: ['learner', 'operator'],
          nature: 'personal',
          parts: [
            ...inBoth('organisation'),
            ...['inCharge', 'contact', 'keptMonths', 'leavesQuebec'],
            ...inBoth('recipients'),
            ...inBoth('research.team'),
            ...inBoth('research.purpose'),
            ...['research.contact', 'research.keptMonths', 'research.future', 'research.background'],
            ...['notice', 'research', 'future'].flatMap((part) => inBoth(`texts.${part}`)),
          ],
        },
      ),
      noticeVersion: is(
        'Montrer de nouveau un avis qui a changé.',
        'Shows a notice again that changed.',
        byProgram,
      ),
      researchVersion: is(
        'Demander de nouveau si la question a changé.',
        'Asks again if the question changed.',
        byProgram,
      ),
      isClosed: is('Ne plus rien demander pour cette étude.', 'Asks nothing more for this study.'),
      createdAt,
    },
  ),
  group(
    {
      name: 'studyPlaces',
      about: ['Où une étude a lieu.', 'Where a study takes place.'],
      ...byOperator,
      retention: 'removed',
    },
    {
      organisationId,
      place: is('Savoir quelle étude vaut pour un lancement.', 'Says which study a launch belongs to.'),
      studyId,
      createdAt,
    },
  ),
  group(
    { name: 'platforms', about: ['Les LMS.', 'The LMSs.'], ...byOperator },
    {
      id,
      organisationId,
      ref: is('Reconnaître le LMS.', 'Recognizes the LMS.'),
      name: is('Nommer le LMS.', 'Names the LMS.'),
      origins: is('Laisser ce LMS seul montrer le jeu.', 'Lets only this LMS show the game.'),
      privateHosts,
      createdAt,
    },
  ),
  group(
    {
      name: 'registrations',
      about: ['Les inscriptions auprès d’un LMS.', 'The registrations at an LMS.'],
      ...byOperator,
    },
    {
      id,
      organisationId,
      platformId,
      issuer: is('Reconnaître le LMS.', 'Recognizes the LMS.', fromLms),
      clientId: is('Reconnaître l’outil dans le LMS.', 'Recognizes the tool in the LMS.', fromLms),
      authorizationUrl: is('Continuer la connexion dans le LMS.', 'Continues the login in the LMS.', fromLms),
      tokenUrl: is('Obtenir le droit de rendre une note.', 'Gets the right to return a grade.', fromLms),
      keySetUrl: is('Vérifier la signature du LMS.', 'Verifies the signature of the LMS.', fromLms),
      family: is('Respecter les usages de ce LMS.', 'Respects the habits of this LMS.', fromLms),
      active: is('Refuser une ancienne inscription.', 'Refuses an old registration.'),
      createdAt,
    },
  ),
  group(
    {
      name: 'deployments',
      about: ['Les déploiements d’un LMS.', 'The deployments of an LMS.'],
      ...byOperator,
    },
    {
      organisationId,
      platformId,
      registrationId,
      deploymentId,
      status: is('Ouvrir seulement ce qui est approuvé.', 'Opens only what is approved.'),
      studyId,
      createdAt,
    },
  ),
  group(
    {
      name: 'invitations',
      about: ['Les invitations à inscrire un LMS.', 'The invitations to register an LMS.'],
      ...byOperator,
    },
    {
      id,
      organisationId,
      secretHash: is(
        'Reconnaître l’invitation, par son empreinte seule.',
        'Recognizes the invitation, by its hash alone.',
        byProgram,
      ),
      platformName: is('Nommer le LMS.', 'Names the LMS.'),
      platformId,
      expectedHost: is('Refuser un autre LMS.', 'Refuses another LMS.'),
      withNames: is('Demander au LMS les noms, ou non.', 'Asks the LMS for names, or not.'),
      privateHosts,
      createdAt,
      expiresAt,
      state: is('Ne servir qu’une fois.', 'Works only once.', byProgram),
      registrationId,
    },
  ),
  group(
    {
      name: 'resourceLinks',
      about: ['Les activités placées dans des cours.', 'The activities placed in courses.'],
      ...byOperator,
      readers: ['staff'],
      source: 'lms',
    },
    {
      id,
      organisationId,
      platformId,
      deploymentId,
      contextId,
      resourceLinkId: is('Reconnaître l’activité.', 'Recognizes the activity.'),
      title: is('Nommer l’activité.', 'Names the activity.'),
      grade: is('Rendre la sorte de note choisie.', 'Returns the kind of grade that was chosen.', {
        source: 'staff',
      }),
      settings: is('Reprendre les réglages dans une copie.', 'Takes the settings over into a copy.', {
        source: 'staff',
        parts: settingParts,
      }),
      columnUrl: is(
        'Rendre la note dans la colonne choisie.',
        'Returns the grade to the column that was chosen.',
        { source: 'staff' },
      ),
      updatedAt,
    },
  ),
  group(
    {
      name: 'resourceLists',
      about: ['Les ressources que l’organisation propose.', 'The resources that the organization suggests.'],
      ...byOperator,
      readers: ['learner', 'staff'],
      retention: 'removed',
    },
    {
      organisationId,
      resources: is('Proposer une suite à chaque personne.', 'Suggests a next step to each person.', {
        parts: [
          ...['id', 'dimension', 'levels.from', 'levels.to', 'kind', 'tag'],
          ...['title', 'text', 'link', 'place'].flatMap(inBoth),
        ],
      }),
      loadedAt: is('Dire quand la liste a été chargée.', 'Says when the list was loaded.', byProgram),
    },
  ),
];
