/**
 * What a person did in the simulated workplace, as deeds: one verb and one neutral object per action. Takes ids,
 * classes and counts over; typed text stops here.
 */
import type { LogEvent, SceneRef, TextFeatures } from '../scenarios/log.ts';
import type { DeskAction, FilesAction, MailAction, WorldAction } from '../scenarios/world/types.ts';
import {
  appActivity,
  localId,
  objectActivity,
  type ObjectKind,
  scenarioActivity,
  viewActivity,
} from './activities.ts';
import type { Deed, Tier } from './deed.ts';
import type { Activity, Extensions } from './statement.ts';
import { extensions, type VerbName } from './vocabulary.ts';

/** Length classes of typed text, by the most UTF-16 units they hold. */
const lengthClasses = [
  ['none', 0],
  ['short', 20],
  ['medium', 100],
] as const;

type ActionEvent = Extract<LogEvent, { kind: 'action' }>;
type RejectedEvent = Extract<LogEvent, { kind: 'rejected' }>;

/** The deed of an action that the world took. */
export function actionDeed({ scene, action, features }: ActionEvent): Deed {
  switch (action.app) {
    case 'desk':
      return deskDeed(scene, action);
    case 'mail':
      return mailDeed(scene, action, features);
    case 'files':
      return filesDeed(scene, action);
  }
}

/**
 * The deed of an action that the world refused. Its object is the app: ids of a refused action were checked by
 * nobody, so none is taken over.
 */
export function rejectedDeed({ scene, action, code }: RejectedEvent): Deed {
  const told = { [extensions.action]: actionName(action), [extensions.errorCode]: code };
  return { ...deed('prevented', 3, appActivity(action.app), scene, told), app: action.app };
}

/** `app.type`, both from closed lists. */
function actionName(action: WorldAction): string {
  return `${action.app}.${action.type}`;
}

function deskDeed(scene: SceneRef, action: DeskAction): Deed {
  const on = (verb: VerbName, tier: Tier, object: Activity, more?: Extensions): Deed => ({
    ...deed(verb, tier, object, scene, more),
    app: 'desk',
  });
  switch (action.type) {
    case 'open-app':
      return on('opened', 2, appActivity(action.target));
    case 'help':
      return on('requested', 2, objectActivity(scene, 'hint', action.topic), {
        [extensions.helpStep]: action.step,
      });
    case 'listen':
      return on('listened', 2, objectActivity(scene, 'text', action.target));
    case 'undo':
      return on('undid', 2, appActivity('desk'));
    case 'done':
      return on('submitted', 2, scenarioActivity(scene));
    case 'skip':
      return on('skipped', 2, scenarioActivity(scene));
  }
}

function mailDeed(scene: SceneRef, action: MailAction, features: TextFeatures | undefined): Deed {
  const on = (verb: VerbName, tier: Tier, object: Activity, more?: Extensions): Deed => ({
    ...deed(verb, tier, object, scene, more),
    app: 'mail',
  });
  const thing = (kind: ObjectKind, id: string): Activity => objectActivity(scene, kind, id);
  const draft = viewActivity('mail', 'draft');
  switch (action.type) {
    case 'folder':
      return on('accessed', 2, thing('folder', action.folder));
    case 'open':
      return on('opened', 2, thing('message', action.messageId));
    case 'close':
      return on('closed', 3, viewActivity('mail', 'message'));
    case 'compose':
      return on('drafted', 2, draft, { [extensions.composeMode]: 'new' });
    case 'reply':
    case 'reply-all':
    case 'forward':
      return on('drafted', 2, thing('message', action.messageId), { [extensions.composeMode]: action.type });
    case 'open-draft':
      return on('opened', 2, thing('draft', action.draftId));
    case 'leave-draft':
      return on('left', 3, draft);
    case 'delete-draft':
      return on('deleted', 2, draft);
    case 'add-recipient':
      return on('selected', 3, thing('contact', action.contactId));
    case 'remove-recipient':
      return on('deselected', 3, thing('contact', action.contactId));
    case 'add-phrase':
      return on('selected', 3, thing('phrase', action.phraseId));
    case 'remove-phrase':
      return on('deselected', 3, thing('phrase', action.phraseId));
    case 'write':
      return on('edited', 3, draft, { [extensions.lengthClass]: lengthClassOf(action.typed) });
    case 'preview':
      return on('previewed', 2, thing('attachment', action.attachmentId));
    case 'send':
      return on('sent', 2, draft, featuresExtension(features));
  }
}

function filesDeed(scene: SceneRef, action: FilesAction): Deed {
  const object = objectActivity(scene, 'attachment', action.attachmentId);
  const told = { [extensions.target]: localId(action.folderId) };
  return { ...deed('downloaded', 2, object, scene, told), app: 'files' };
}

function deed(verb: VerbName, tier: Tier, object: Activity, scene: SceneRef, more?: Extensions): Deed {
  return { verb, tier, object, scene, ...(more === undefined ? {} : { extensions: more }) };
}

function lengthClassOf(typed: string): string {
  const length = typed.trim().length;
  return lengthClasses.find(([, most]) => length <= most)?.[0] ?? 'long';
}

function featuresExtension(features: TextFeatures | undefined): Extensions | undefined {
  if (features === undefined) return undefined;
  const found = Object.entries(features)
    .filter(([, present]) => present)
    .map(([name]) => localId(name));
  return { [extensions.textFeatures]: found.sort() };
}
