/** What is stored about a person and is in no copy, by table or field of the data map, with the reason. */
import type { Words } from '../contract/words.ts';

const key = {
  fr: 'Des clés et des codes techniques. Les montrer pourrait donner accès à vos données.',
  en: 'Technical keys and codes. Showing them could let someone into your data.',
};
const shared = {
  fr: 'Ce qui concerne une activité ou un groupe, et personne en particulier.',
  en: 'What is about an activity or a group, and not about one person.',
};
const upkeep = {
  fr: 'Ce qui fait marcher le service, sans rien dire sur vous.',
  en: 'What keeps the service running and says nothing about you.',
};
const elsewhere = {
  fr: 'Ce que la copie montre déjà sous une autre forme.',
  en: 'What the copy already shows in another form.',
};
const moments = {
  fr: 'Ce qui dure quelques minutes, pendant la connexion.',
  en: 'What lasts only a few minutes, while you sign in.',
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
    en: 'Notes by the staff. They may talk about someone else. Ask your organization for them. It reads them first.',
  },
};

const later = {
  fr: 'Ce qui dit ce qui était réussi dans un essai qui n’est pas fini. Reprenez une copie quand il sera fini\u00a0: elle aura tout.',
  en: 'What tells how you did in an attempt that is not over. Take a copy once it is over: it will have everything.',
};

/** Of attempts that are not over, in the person's own copy. */
export const resultsLeftOut: Readonly<Record<string, Words>> = {
  'attempts.progress.measure': later,
  'attempts.progress.score': later,
  'entries.features': later,
  'entries.measure': later,
  'entries.result': later,
  'entries.results': later,
  'entries.score': later,
  'statements.result': later,
  'statements.textFeatures': later,
};
