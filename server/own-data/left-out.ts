/** What is stored about a person and is in no copy, by table or field of the data map, with the reason. */
import type { Words } from '../contract/words.ts';

const key = {
  fr: 'C’est une clé ou une empreinte. Elle ne se lit pas, et la montrer ouvrirait un accès.',
  en: 'This is a key or a hash. It cannot be read, and showing it would open an access.',
};
const shared = {
  fr: 'Ces lignes concernent une activité ou un groupe, et personne en particulier.',
  en: 'These rows are about an activity or a group, and about nobody in particular.',
};
const upkeep = {
  fr: 'Ces lignes servent à la marche du service et ne parlent de personne.',
  en: 'These rows keep the service running and are about nobody.',
};
const elsewhere = {
  fr: 'La copie en a le contenu sous une autre forme.',
  en: 'The copy has its content in another form.',
};
const moments = {
  fr: 'La ligne vit quelques minutes, jusqu’à la fin de la connexion.',
  en: 'The row lives for minutes, until the sign-in has ended.',
};

/** A whole table. */
export const tablesLeftOut: Readonly<Record<string, Words>> = {
  groupSettings: shared,
  loginStates: moments,
  heldLaunches: moments,
  codes: key,
  sessions: key,
  refreshHashes: key,
  frames: elsewhere,
  batches: elsewhere,
  deliveryProgress: upkeep,
  followers: upkeep,
  organisations: upkeep,
  studyTexts: upkeep,
  studyPlaces: upkeep,
  platforms: upkeep,
  registrations: upkeep,
  deployments: upkeep,
  invitations: upkeep,
  resourceLinks: shared,
  resourceLists: upkeep,
  destinations: upkeep,
  erasures: upkeep,
  voidings: upkeep,
  ltiRows: moments,
  ltiFields: moments,
  schema: upkeep,
};

/** `table.field` of a table that is copied. */
export const fieldsLeftOut: Readonly<Record<string, Words>> = {
  'persons.sealedKey': key,
  'staffNotes.sealedText': {
    fr: 'Une note peut parler d’une autre personne. Demandez-la à votre organisme, qui la relit avant.',
    en: 'A note may speak of somebody else. Ask your organization, which reads it first.',
  },
};
