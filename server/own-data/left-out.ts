/** What is stored about a person and is in no copy, by table or field of the data map, with the reason. */
import type { Words } from '../contract/words.ts';

const key = {
  fr: 'Des clés et des codes techniques. Les montrer pourrait donner accès à vos données.',
  en: 'This is a key or a hash. Nobody can read it. Showing it could let someone in.',
};
const shared = {
  fr: 'Ce qui concerne une activité ou un groupe, et personne en particulier.',
  en: 'These rows are about an activity or a group, not one person.',
};
const upkeep = {
  fr: 'Ce qui fait marcher le service, sans rien dire sur vous.',
  en: 'These rows keep the service running and are about nobody.',
};
const elsewhere = {
  fr: 'Ce que la copie montre déjà sous une autre forme.',
  en: 'The copy has its content in another form.',
};
const moments = {
  fr: 'Ce qui dure quelques minutes, pendant la connexion.',
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
  erasedPersons: upkeep,
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
    fr: 'Les remarques du personnel. Elles peuvent parler d’une autre personne. Demandez-les à votre organisme, qui les relit avant.',
    en: 'A note may speak of somebody else. Ask your organization, which reads it first.',
  },
};
