/**
 * Ids and descriptions of what statements are about. Ids are neutral, the same for everyone and built under the
 * vocabulary's base; they hold no text of a person and no answer key.
 */
import type { Dimension, SceneRef } from '../scenarios/kit/log.ts';
import type { Activity, ActivityRef, Label } from './statement.ts';
import { activityTypes, base, profileVersionId } from './vocabulary.ts';

/** The form an attempt plays, with the version of its item bank. */
export interface FormRef {
  readonly form: string;
  readonly bankVersion: number;
}

type TypeName = keyof typeof activityTypes;

/** Kinds of things in a scene that a statement can be about, with their activity type. */
export const objectTypes = {
  message: 'email',
  draft: 'email',
  attachment: 'file',
  conversation: 'conversation',
  'text-message': 'textMessage',
  link: 'link',
  'card-field': 'cardField',
  'password-card': 'phrase',
  contact: 'contact',
  phrase: 'phrase',
  folder: 'folder',
  page: 'webPage',
  tab: 'view',
  form: 'form',
  field: 'field',
  cells: 'cellRange',
  question: 'question',
  task: 'task',
  item: 'file',
  choice: 'choice',
  hint: 'hint',
  text: 'spokenText',
} as const satisfies Record<string, TypeName>;

export type ObjectKind = keyof typeof objectTypes;

export const appNames = {
  desk: { en: 'Desk', fr: 'Bureau' },
  mail: { en: 'Mail', fr: 'Courriel' },
  files: { en: 'Files', fr: 'Fichiers' },
  browser: { en: 'Web browser', fr: 'Navigateur' },
  sheet: { en: 'Spreadsheet', fr: 'Chiffrier' },
  phone: { en: 'Text messages', fr: 'Textos' },
  form: { en: 'Web form', fr: 'Formulaire Web' },
  'sign-in': { en: 'Sign-in', fr: 'Connexion' },
  practice: { en: 'Practice page', fr: 'Page pour essayer' },
} as const satisfies Record<string, Label>;

export type AppName = keyof typeof appNames;

export const viewNames = {
  message: { en: 'Open message', fr: 'Message ouvert' },
  home: { en: 'First page', fr: "Page d'accueil" },
  page: { en: 'Page shown', fr: 'Page affichée' },
  note: { en: 'Short answer', fr: 'Courte réponse' },
  results: { en: 'Search results', fr: 'Résultats de recherche' },
  'sign-in-form': { en: 'Sign-in page', fr: 'Page de connexion' },
  'keep-signed-in': { en: 'Stay signed in', fr: 'Rester connecté' },
  'new-password': { en: 'New password', fr: 'Nouveau mot de passe' },
  'code-form': { en: 'Code page', fr: 'Page du code' },
  session: { en: 'Open session', fr: 'Session ouverte' },
  conversation: { en: 'Open conversation', fr: 'Conversation ouverte' },
  draft: { en: 'Message being written', fr: "Message en cours d'écriture" },
  file: { en: 'Open file', fr: 'Fichier ouvert' },
  search: { en: 'Search', fr: 'Recherche' },
  list: { en: 'List', fr: 'Liste' },
  summary: { en: 'Summary', fr: 'Résumé' },
  confirmation: { en: 'Confirmation', fr: 'Confirmation' },
  pad: { en: 'Note pad', fr: 'Bloc-notes' },
} as const satisfies Record<string, Label>;

export function assessmentActivity(form: FormRef): Activity {
  return activity('assessment', assessmentPath(form), { en: 'NUM+', fr: 'NUM+' });
}

export function assessmentRef(form: FormRef): ActivityRef {
  return { id: activityId(assessmentPath(form)) };
}

export function scenarioActivity(scene: SceneRef): Activity {
  return activity('scenario', scenarioPath(scene), numbered('scenario', scene.scenario));
}

export function scenarioRef(scene: SceneRef): ActivityRef {
  return { id: activityId(scenarioPath(scene)) };
}

/**
 * An item: a scenario's task seen from one dimension. Its version is the world's, because a changed task is
 * another item; a changed scoring rule is told apart by the scoring version beside each score.
 */
export function itemActivity(scene: SceneRef, item: string): Activity {
  const id = `items/${localId(scene.scenario)}/${localId(item)}/v${scene.worldVersion}`;
  const { definition, ...rest } = activity('item', id, numbered('item', item));
  return { ...rest, definition: { ...definition, interactionType: 'performance' } };
}

export function appActivity(app: AppName): Activity {
  return activity('application', `apps/${app}`, appNames[app]);
}

/** A part of an app that has no id of its own in the log, such as the message being written. */
export function viewActivity(app: AppName, view: keyof typeof viewNames): Activity {
  return activity('view', `apps/${app}/views/${view}`, viewNames[view]);
}

/** Something in a scene: `id` is local to the scenario. */
export function objectActivity(scene: SceneRef, kind: ObjectKind, id: string): Activity {
  const type = objectTypes[kind];
  return activity(type, `${scenarioPath(scene)}/objects/${kind}/${localId(id)}`, numbered(type, id));
}

/** The notice of what is measured and kept, or the wish to take part in research. */
export function policyActivity(policy: 'notice' | 'research', version: string): Activity {
  const names = {
    notice: { en: 'Notice', fr: 'Avis' },
    research: { en: 'Research consent', fr: 'Consentement à la recherche' },
  } as const;
  return activity('policyDocument', `policies/${policy}/${localId(version)}`, names[policy]);
}

/** Something that the game offers and a person may take or leave. */
export function offerActivity(offer: 'helper'): Activity {
  return activity('offer', `offers/${offer}`, {
    en: 'Somebody beside to help',
    fr: "Quelqu'un à côté pour aider",
  });
}

export const gameRef: ActivityRef = { id: activityId('game') };

export const profileRef: ActivityRef = { id: profileVersionId };

/** @param courseId pseudonym of the course's activity, never the LMS's own id */
export function courseRef(courseId: string): ActivityRef {
  return { id: activityId(`courses/${localId(courseId)}`) };
}

export function dimensionRef(dimension: Dimension): ActivityRef {
  return { id: `${base}competences/dimensions/${dimension}` };
}

/** homePage of a study's pseudonyms. */
export function studyHomePage(studyId: string): string {
  return `${base}studies/${localId(studyId)}`;
}

/**
 * An id as it may stand in a statement. What is no plain id (too long, spaces, `@`, other letters) could be
 * somebody's text, so it becomes `unknown` instead of leaving the server.
 */
export function localId(id: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/.test(id) ? id : 'unknown';
}

function assessmentPath({ form, bankVersion }: FormRef): string {
  return `assessments/${localId(form)}/v${bankVersion}`;
}

function scenarioPath(scene: SceneRef): string {
  return `scenarios/${localId(scene.scenario)}/v${scene.worldVersion}`;
}

function numbered(type: TypeName, id: string): Label {
  const { label } = activityTypes[type];
  return { en: `${label.en} ${localId(id)}`, fr: `${label.fr} ${localId(id)}` };
}

function activity(type: TypeName, path: string, name: Label): Activity {
  return {
    objectType: 'Activity',
    id: activityId(path),
    definition: { type: activityTypes[type].id, name },
  };
}

function activityId(path: string): string {
  return `${base}activities/${path}`;
}
