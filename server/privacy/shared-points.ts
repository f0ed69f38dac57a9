/** Fields that many tables have, with one meaning. */
import { is } from './data-map-types.ts';

const technical = { readers: ['program'], source: 'program', nature: 'technical' } as const;

export const id = is('Distinguer cette ligne des autres.', 'Tells this row from others.');
export const organisationId = is(
  'Garder à part les données de chaque organisation.',
  'Keeps the data of each organization apart.',
  technical,
);
export const studyId = is(
  'Savoir à quelle étude cela appartient.',
  'Says which study the row belongs to.',
  technical,
);
export const platformId = is(
  'Savoir de quel LMS cela vient.',
  'Says which LMS the row comes from.',
  technical,
);
export const registrationId = is(
  'Savoir par quelle inscription du LMS passer.',
  'Says which registration of the LMS to use.',
  technical,
);
export const deploymentId = is('Savoir quel déploiement du LMS.', 'Says which deployment of the LMS.', {
  ...technical,
  source: 'lms',
});
export const personId = is(
  'Savoir de qui il s’agit, sans son nom.',
  'Says which person the row is about, without a name.',
  {
    source: 'program',
    nature: 'personal',
  },
);
export const attemptId = is('Savoir de quel essai il s’agit.', 'Says which attempt the row belongs to.', {
  source: 'program',
  nature: 'personal',
});
export const resourceLinkId = is(
  'Savoir de quelle activité il s’agit.',
  'Says which activity the row belongs to.',
  {
    source: 'lms',
  },
);
export const contextId = is('Savoir de quel cours il s’agit.', 'Says which course the row belongs to.', {
  source: 'lms',
});
export const createdAt = is('Savoir quand la ligne a été faite.', 'Says when the row was made.', {
  source: 'program',
});
export const updatedAt = is('Savoir quand la ligne a changé.', 'Says when the row last changed.', {
  source: 'program',
});
export const expiresAt = is('Savoir quand la ligne n’a plus d’effet.', 'Says when the row expires.', {
  ...technical,
});
export const revision = is(
  'Empêcher deux changements simultanés de se perdre.',
  'Keeps two changes at once from being lost.',
  technical,
);
export const place = is('Garantir que la ligne est unique.', 'Makes sure that the row is unique.', {
  ...technical,
  only: 'mongodb',
});
export const holder = is(
  'Savoir quel travailleur s’en occupe.',
  'Says which worker deals with it.',
  technical,
);
export const leasedUntil = is(
  'Savoir jusqu’à quand il s’en occupe.',
  'Says until when that worker deals with it.',
  technical,
);
export const tries = is('Compter les envois essayés.', 'Counts the deliveries tried.', technical);
export const nextAt = is('Savoir quand essayer de nouveau.', 'Says when to try again.', technical);

/** The settings of an activity. */
export const settingParts = ['form', 'scenes', 'attempts', 'language', 'dimensionItems', 'activity'] as const;
