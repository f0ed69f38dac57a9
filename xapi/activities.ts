/** Activities have the same id for everyone. They contain no text of a person and no answer key. */
import type { SceneRef } from '../scenarios/kit/log.ts';
import type { Dimension } from '../scenarios/kit/dimensions.ts';
import type { Activity, ActivityRef, Label } from './statement.ts';
import { type ActivityTypeName, activityTypes, base, profileVersionId } from './vocabulary.ts';

export interface FormRef {
  readonly form: string;
  readonly bankVersion: number;
}

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
 * Contains the world's version, because a changed task is another item; scoring versions are with the scores.
 */
export function itemActivity(scene: SceneRef, item: string): Activity {
  const id = `items/${localId(scene.scenario)}/${localId(item)}/v${scene.worldVersion}`;
  const { definition, ...rest } = activity('item', id, numbered('item', item));
  return { ...rest, definition: { ...definition, interactionType: 'performance' } };
}

export function applicationActivity(app: string, name: Label): Activity {
  return activity('application', `apps/${app}`, name);
}

/** For what has no id in the log, such as the message being written. */
export function viewActivity(app: string, view: string, name: Label): Activity {
  return activity('view', `apps/${app}/views/${view}`, name);
}

/** `id` is local to the scenario; `kind` separates equal ids. */
export function objectActivity(
  scene: SceneRef,
  { kind, type }: { readonly kind: string; readonly type: ActivityTypeName },
  id: string,
): Activity {
  return activity(type, `${scenarioPath(scene)}/objects/${kind}/${localId(id)}`, numbered(type, id));
}

export function policyActivity(policy: 'notice' | 'research', version: string): Activity {
  const names = {
    notice: { en: 'Notice', fr: 'Avis' },
    research: { en: 'Research consent', fr: 'Consentement à la recherche' },
  } as const;
  return activity('policyDocument', `policies/${policy}/${localId(version)}`, names[policy]);
}

export function offerActivity(offer: 'helper'): Activity {
  return activity('offer', `offers/${offer}`, {
    en: 'Somebody beside to help',
    fr: "Quelqu'un à côté pour aider",
  });
}

export const gameRef: ActivityRef = { id: activityId('game') };

export const profileRef: ActivityRef = { id: profileVersionId };

/** @param courseId pseudonym, never the LMS's own id */
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
 * Returns `unknown` for anything but a plain id (too long, spaces, `@`, other letters): it could be a typed
 * text.
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

function numbered(type: ActivityTypeName, id: string): Label {
  const { label } = activityTypes[type];
  return { en: `${label.en} ${localId(id)}`, fr: `${label.fr} ${localId(id)}` };
}

function activity(type: ActivityTypeName, path: string, name: Label): Activity {
  return {
    objectType: 'Activity',
    id: activityId(path),
    definition: { type: activityTypes[type].id, name },
  };
}

function activityId(path: string): string {
  return `${base}activities/${path}`;
}
