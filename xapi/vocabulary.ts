/** Our IRIs, and existing ones, which are reused if their meaning fits. */
import type { Label, Verb } from './statement.ts';

/** The same for every installation. */
export const base = 'https://w3id.org/xapi/numplus/';

export const profileId = `${base}profiles/game`;

/** In the category of every learner's statement. */
export const profileVersionId = `${profileId}/v1.0.0`;

/** UUIDv5 of `base` in the URL namespace. */
export const statementNamespace = '09f5f88c-57ac-5906-89d4-253da04cfb38';

const adl = 'http://adlnet.gov/expapi/';
const streams = 'http://activitystrea.ms/schema/1.0/';
const tinCan = 'http://id.tincanapi.com/';
const seriousGames = 'https://w3id.org/xapi/seriousgames/';

export const reusedVocabularies = [
  { prefix: adl, name: 'ADL', url: 'https://registry.tincanapi.com/' },
  { prefix: 'https://w3id.org/xapi/adl/', name: 'ADL', url: 'https://profiles.adlnet.gov/' },
  {
    prefix: streams,
    name: 'Activity Streams 1.0',
    url: 'https://activitystrea.ms/specs/json/schema/activity-schema.html',
  },
  { prefix: tinCan, name: 'TinCan registry', url: 'https://registry.tincanapi.com/' },
  { prefix: seriousGames, name: 'Serious Games', url: 'https://w3id.org/xapi/seriousgames' },
  { prefix: 'https://w3id.org/xapi/acrossx/', name: 'AcrossX', url: 'https://w3id.org/xapi/acrossx' },
  { prefix: 'https://w3id.org/xapi/adb/', name: 'ADB', url: 'https://w3id.org/xapi/adb' },
] as const;

function verb(id: string, fr: string, en: string): Verb {
  return { id, display: { en, fr } };
}

export const verbs = {
  launched: verb(`${adl}verbs/launched`, 'a lancé', 'launched'),
  accepted: verb(`${streams}accept`, 'a accepté', 'accepted'),
  denied: verb(`${streams}deny`, 'a refusé', 'denied'),
  retracted: verb(`${streams}retract`, 'a retiré', 'retracted'),
  initialized: verb(`${adl}verbs/initialized`, 'a commencé', 'initialized'),
  suspended: verb(`${adl}verbs/suspended`, 'a mis en pause', 'suspended'),
  resumed: verb(`${adl}verbs/resumed`, 'a repris', 'resumed'),
  completed: verb(`${adl}verbs/completed`, 'a terminé', 'completed'),
  terminated: verb(`${adl}verbs/terminated`, 'a mis fin à', 'terminated'),
  scored: verb(`${adl}verbs/scored`, 'a reçu une note pour', 'scored'),
  abandoned: verb('https://w3id.org/xapi/adl/verbs/abandoned', 'a abandonné', 'abandoned'),
  answered: verb(`${adl}verbs/answered`, 'a répondu', 'answered'),
  accessed: verb(`${seriousGames}verbs/accessed`, 'a ouvert', 'accessed'),
  left: verb(`${streams}leave`, 'a quitté', 'left'),
  skipped: verb(`${tinCan}verb/skipped`, 'a passé', 'skipped'),
  submitted: verb(`${streams}submit`, 'a remis', 'submitted'),
  requested: verb(`${streams}request`, "a demandé de l'aide", 'requested'),
  listened: verb(`${streams}listen`, 'a écouté', 'listened'),
  opened: verb(`${streams}open`, 'a ouvert', 'opened'),
  closed: verb(`${streams}close`, 'a fermé', 'closed'),
  deleted: verb(`${streams}delete`, 'a supprimé', 'deleted'),
  sent: verb(`${streams}send`, 'a envoyé', 'sent'),
  created: verb(`${streams}create`, 'a créé', 'created'),
  updated: verb(`${streams}update`, 'a changé', 'updated'),
  searched: verb('https://w3id.org/xapi/acrossx/verbs/searched', 'a cherché', 'searched'),
  reported: verb('https://w3id.org/xapi/acrossx/verbs/reported', 'a signalé', 'reported'),
  edited: verb('https://w3id.org/xapi/acrossx/verbs/edited', 'a modifié', 'edited'),
  selected: verb('https://w3id.org/xapi/adb/verbs/selected', 'a choisi', 'selected'),
  previewed: verb(`${tinCan}verb/previewed`, 'a regardé', 'previewed'),
  downloaded: verb(`${tinCan}verb/downloaded`, 'a enregistré', 'downloaded'),
  drafted: verb(`${base}verbs/drafted`, 'a commencé à écrire', 'drafted'),
  deselected: verb(`${base}verbs/deselected`, 'a enlevé', 'deselected'),
  sorted: verb(`${base}verbs/sorted`, 'a trié', 'sorted'),
  totalled: verb(`${base}verbs/totalled`, 'a demandé la somme', 'asked for the sum'),
  authenticated: verb(`${base}verbs/authenticated`, 's’est identifié dans', 'authenticated'),
  copied: verb(`${base}verbs/copied`, 'a copié', 'copied'),
  kept: verb(`${base}verbs/kept`, 'a gardé', 'kept'),
  attached: verb(`${streams}attach`, 'a joint', 'attached'),
  moved: verb(`${base}verbs/moved`, 'a déplacé', 'moved'),
  restored: verb(`${base}verbs/restored`, 'a restauré', 'restored'),
  undid: verb(`${base}verbs/undid`, 'a annulé', 'undid'),
  changedLanguage: verb(`${base}verbs/changed-language`, 'a changé la langue', 'changed the language'),
  changedSetting: verb(`${base}verbs/changed-setting`, 'a changé un réglage', 'changed a setting'),
  assisted: verb(`${base}verbs/assisted`, 'a reçu un coup de main pour', 'was helped with'),
  usedDevice: verb(`${base}verbs/used-device`, 'a utilisé un appareil pour', 'used a device for'),
  cameBack: verb(`${base}verbs/came-back`, 'est revenu à', 'came back to'),
  rescored: verb(`${base}verbs/rescored`, 'a été recalculé pour', 'was scored anew for'),
  reopened: verb(`${base}verbs/reopened`, 'peut reprendre', 'may go on with'),
  invalidated: verb(`${base}verbs/invalidated`, 'n’est plus compté pour', 'no longer counts for'),
  reinstated: verb(`${base}verbs/reinstated`, 'est compté de nouveau pour', 'counts again for'),
  askedToEnd: verb(`${base}verbs/asked-to-end`, "a demandé d'arrêter", 'asked to end'),
  prevented: verb(`${base}verbs/prevented`, "n'a pas pu agir dans", 'was prevented'),
} as const satisfies Record<string, Verb>;

export type VerbName = keyof typeof verbs;

/** After testing a record store, and for statements of staff. */
export const voidedVerb = verb(`${adl}verbs/voided`, 'a annulé l’énoncé', 'voided');

export interface ActivityType {
  readonly id: string;
  readonly label: Label;
}

function type(id: string, fr: string, en: string): ActivityType {
  return { id, label: { en, fr } };
}

export const activityTypes = {
  game: type(`${seriousGames}activity-types/serious-game`, 'Jeu', 'Game'),
  competence: type(`${base}activity-types/competence`, 'Dimension', 'Dimension'),
  assessment: type(`${adl}activities/assessment`, 'Évaluation', 'Assessment'),
  item: type(`${adl}activities/cmi.interaction`, 'Item', 'Item'),
  file: type(`${adl}activities/file`, 'Fichier', 'File'),
  scenario: type(`${seriousGames}activity-types/quest`, 'Scénario', 'Scenario'),
  application: type(`${streams}application`, 'Application', 'Application'),
  folder: type(`${streams}collection`, 'Dossier', 'Folder'),
  email: type(`${tinCan}activitytype/email`, 'Courriel', 'E-mail'),
  link: type(`${adl}activities/link`, 'Lien', 'Link'),
  webPage: type('https://w3id.org/xapi/acrossx/activities/webpage', 'Page Web', 'Web page'),
  form: type(`${base}activity-types/form`, 'Formulaire', 'Form'),
  field: type(`${base}activity-types/field`, 'Champ', 'Field'),
  conversation: type(`${tinCan}activitytype/chat-channel`, 'Conversation', 'Conversation'),
  cardField: type(`${base}activity-types/card-field`, 'Renseignement de la fiche', 'Card field'),
  textMessage: type('https://w3id.org/xapi/acrossx/activities/message', 'Texto', 'Text message'),
  choice: type(`${base}activity-types/choice`, 'Choix', 'Choice'),
  offer: type(`${streams}offer`, 'Offre', 'Offer'),
  policyDocument: type(`${base}activity-types/policy-document`, 'Avis', 'Notice'),
  phoneNotice: type(`${base}activity-types/phone-notice`, 'Avis du téléphone', 'Phone notice'),
  setting: type(`${base}activity-types/setting`, 'Réglage', 'Setting'),
  shelf: type(`${base}activity-types/shelf`, 'Étagère', 'Shelf'),
  payStub: type(`${base}activity-types/pay-stub`, 'Talon de paie', 'Pay stub'),
  payLine: type(`${base}activity-types/pay-line`, 'Ligne d’un talon de paie', 'Line of a pay stub'),
  cookieBanner: type(`${base}activity-types/cookie-banner`, 'Bandeau de témoins', 'Cookie banner'),
  printedCode: type(`${base}activity-types/printed-code`, 'Code imprimé', 'Printed code'),
  meeting: type(`${base}activity-types/video-meeting`, 'Réunion vidéo', 'Video meeting'),
  cellRange: type(`${base}activity-types/cell-range`, 'Cellules', 'Cells'),
  question: type(`${adl}activities/question`, 'Question', 'Question'),
  task: type(`${streams}task`, 'Petite tâche', 'Small task'),
  hint: type(`${base}activity-types/hint`, 'Aide', 'Help'),
  spokenText: type(`${base}activity-types/spoken-text`, 'Texte lu', 'Text read aloud'),
  view: type(`${base}activity-types/view`, 'Vue', 'View'),
  contact: type(`${base}activity-types/contact`, 'Contact', 'Contact'),
  phrase: type(`${base}activity-types/phrase`, 'Phrase', 'Phrase'),
  sentence: type(`${base}activity-types/sentence`, 'Phrase d’un document', 'Sentence of a document'),
  offeredText: type(`${base}activity-types/offered-text`, 'Texte proposé', 'Offered text'),
} as const satisfies Record<string, ActivityType>;

export type ActivityTypeName = keyof typeof activityTypes;

export const extensions = {
  /** logSeq: no gap per registration at tier 3. */
  seq: `${base}ext/seq`,
  /** Of the page session, from 1. */
  epoch: `${base}ext/epoch`,
  tMs: `${base}ext/t-ms`,
  app: `${base}ext/app`,
  scene: `${base}ext/scene`,
  form: `${base}ext/form`,
  attemptNumber: `${base}ext/attempt-number`,
  bankVersion: `${base}ext/bank-version`,
  worldVersion: `${base}ext/world-version`,
  scoringVersion: `${base}ext/scoring-version`,
  eased: `${base}ext/eased`,
  noticeVersion: `${base}ext/notice-version`,
  reason: `${base}ext/reason`,
  invalidReason: `${base}ext/invalid-reason`,
  ending: `${base}ext/ending`,
  helpStep: `${base}ext/help-step`,
  language: `${base}ext/language`,
  setting: `${base}ext/setting`,
  settingValue: `${base}ext/setting-value`,
  inputMode: `${base}ext/input-mode`,
  device: `${base}ext/device`,
  hiddenMs: `${base}ext/hidden-ms`,
  process: `${base}ext/process`,
  composeMode: `${base}ext/compose-mode`,
  lengthClass: `${base}ext/length-class`,
  textFeatures: `${base}ext/text-features`,
  reading: `${base}ext/reading`,
  cellContent: `${base}ext/cell-content`,
  functions: `${base}ext/functions`,
  sortScope: `${base}ext/sort-scope`,
  sortDirection: `${base}ext/sort-direction`,
  choice: `${base}ext/choice`,
  entered: `${base}ext/entered`,
  target: `${base}ext/target`,
  via: `${base}ext/via`,
  rank: `${base}ext/rank`,
  found: `${base}ext/found`,
  fields: `${base}ext/fields`,
  sortOrder: `${base}ext/sort-order`,
  itemKind: `${base}ext/item-kind`,
  action: `${base}ext/action`,
  errorCode: `${base}ext/error-code`,
  ruleHits: `${base}ext/rule-hits`,
  rulesShown: `${base}ext/rules-shown`,
  partialScores: `${base}ext/partial-scores`,
  level: `${base}ext/level`,
  levelBetween: `${base}ext/level-between`,
  scoreBand: `${base}ext/score-band`,
  scoredScenes: `${base}ext/scored-scenes`,
  estimates: `${base}ext/estimates`,
  missingCode: `${base}ext/missing-code`,
} as const satisfies Record<string, string>;

export type ExtensionName = keyof typeof extensions;
