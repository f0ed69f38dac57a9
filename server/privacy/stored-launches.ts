/** What a launch brings, for hours at most. */
import { group, is } from './data-map-types.ts';
import * as shared from './shared-points.ts';

const { organisationId, platformId, registrationId, deploymentId, studyId, personId } = shared;
const { resourceLinkId, contextId, createdAt, expiresAt, id, settingParts } = shared;

const secret = { source: 'program', nature: 'technical' } as const;
const launchId = is('Savoir de quel lancement cela vient.', 'Says which launch it comes from.', {
  source: 'program',
});
const token = is(
  'Reconnaître le jeton de la page, par son empreinte seule.',
  'Recognizes the token of the page, by its hash alone.',
  secret,
);
const until = is('Savoir jusqu’à quand un jeton vaut.', 'Says until when a token works.', secret);

const loginParts = [
  ...['stateHash', 'nonce', 'organisationId', 'registrationId', 'targetLinkUri', 'browserHash'],
  ...['storageTarget', 'createdAt', 'expiresAt'],
];

export const storedLaunches = [
  group(
    {
      name: 'loginStates',
      stays: ['Ne dit pas encore qui c’est, et expire.', 'Does not say yet who it is, and expires.'],
      about: ['Les connexions commencées par un LMS.', 'The logins that an LMS began.'],
      readers: ['program'],
      source: 'program',
      retention: 'login',
      nature: 'technical',
    },
    {
      stateHash: is('Reconnaître la réponse du LMS.', 'Recognizes the answer of the LMS.'),
      nonce: is('Refuser une réponse répétée.', 'Refuses an answer that is repeated.'),
      organisationId,
      registrationId,
      targetLinkUri: is('Ouvrir la page demandée.', 'Opens the page that was asked for.', { source: 'lms' }),
      browserHash: is('Refuser un autre navigateur.', 'Refuses another browser.', { nature: 'personal' }),
      storageTarget: is('Savoir où le LMS garde l’état.', 'Says where the LMS keeps the state.', {
        source: 'lms',
      }),
      createdAt,
      expiresAt,
    },
  ),
  group(
    {
      name: 'heldLaunches',
      stays: ['Expire après une minute.', 'Expires after a minute.'],
      about: ['Les lancements qui attendent leur navigateur.', 'The launches that wait for their browser.'],
      readers: ['program'],
      source: 'program',
      retention: 'held',
      nature: 'technical',
    },
    {
      idHash: is('Retrouver le lancement qui attend.', 'Finds the launch that waits.'),
      organisationId,
      login: is('Vérifier la réponse du LMS.', 'Verifies the answer of the LMS.', { parts: loginParts }),
      sealedPost: is(
        'Continuer le lancement; le message du LMS peut y porter un nom.',
        'Continues the launch; the message of the LMS may hold a name.',
        { source: 'lms', nature: 'sealed' },
      ),
      expiresAt,
    },
  ),
  group(
    {
      name: 'launches',
      about: ['Les lancements acceptés.', 'The launches that were accepted.'],
      readers: ['program'],
      source: 'lms',
      retention: 'launch',
      nature: 'personal',
    },
    {
      id: launchId,
      organisationId,
      platformId,
      registrationId,
      deploymentId,
      studyId,
      message: is('Savoir ce que le LMS demande.', 'Says what the LMS asks for.'),
      personId,
      resourceLinkId,
      contextId,
      role: is(
        'Montrer les pages du personnel au personnel seulement.',
        'Shows pages of staff to staff only.',
      ),
      testUser: is('Ne pas compter une personne de test.', 'Does not count a test person.'),
      practice: is('Ne compter ni tests ni démonstrations.', 'Counts no tests and no trials.', {
        source: 'program',
      }),
      language: is('Parler la langue de la personne.', 'Speaks the person’s language.'),
      documentTarget: is('Tenir dans la page du LMS.', 'Fits into the page of the LMS.'),
      returnUrl: is('Revenir au cours.', 'Returns to the course.'),
      lineItemUrl: is('Rendre la note dans sa colonne.', 'Returns the grade to its column.'),
      lineItemsUrl: is('Trouver ou faire les colonnes de notes.', 'Finds or makes the columns of grades.'),
      membershipsUrl: is(
        'Lire les noms du cours pour le personnel, sans les garder.',
        'Reads the names of the course for staff, without storing them.',
      ),
      family: is('Respecter les usages de ce LMS.', 'Respects the habits of this LMS.', {
        nature: 'technical',
      }),
      settings: is('Appliquer les réglages de l’activité.', 'Applies the settings of the activity.', {
        source: 'staff',
        parts: settingParts,
      }),
      selection: is('Placer une activité dans un cours.', 'Places an activity in a course.', {
        parts: ['returnUrl', 'acceptTypes', 'acceptMultiple', 'acceptLineItem', 'data', 'title', 'grade'],
      }),
      groupAccess: is('Montrer au personnel ses groupes seulement.', 'Shows staff their groups only.', {
        parts: ['own', 'namesUrl', 'reach'],
      }),
      reviewedPersonId: is(
        'Ouvrir le travail d’une personne depuis le carnet.',
        'Opens a person’s work from the gradebook.',
      ),
      createdAt,
    },
  ),
  group(
    {
      name: 'codes',
      about: ['Les codes qui ouvrent une page, une fois.', 'The codes that open a page, once.'],
      readers: ['program'],
      source: 'program',
      retention: 'code',
      nature: 'technical',
    },
    {
      codeHash: is(
        'Reconnaître le code, par son empreinte seule.',
        'Recognizes the code, by its hash alone.',
      ),
      organisationId,
      launchId,
      expiresAt,
    },
  ),
  group(
    {
      name: 'sessions',
      about: ['Les pages ouvertes.', 'The pages that are open.'],
      readers: ['program'],
      source: 'program',
      retention: 'session',
      nature: 'personal',
    },
    {
      id,
      organisationId,
      launchId,
      accessHash: token,
      accessExpiresAt: until,
      previousAccessHash: token,
      previousAccessExpiresAt: until,
      refreshHash: token,
      previousRefreshHash: token,
      previousRefreshUntil: until,
      idleExpiresAt: until,
      absoluteExpiresAt: until,
      revoked: is('Fermer les pages d’une personne.', 'Closes the pages of a person.'),
    },
  ),
  group(
    {
      name: 'refreshHashes',
      about: ['Les jetons déjà échangés.', 'The tokens that were exchanged.'],
      readers: ['program'],
      source: 'program',
      retention: 'session',
      nature: 'technical',
    },
    {
      refreshHash: is('Voir un jeton volé qui sert de nouveau.', 'Sees a stolen token that is used again.'),
      sessionId: is('Savoir quelle page fermer alors.', 'Says which page to close then.'),
    },
  ),
];
