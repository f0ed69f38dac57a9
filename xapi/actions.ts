/**
 * What a person did in the simulated workplace, as deeds: one verb and one neutral object per action. Takes ids,
 * classes and counts over; typed text stops here. Each app's deeds are in deeds/.
 */
import type { LogEvent } from '../scenarios/kit/log.ts';
import type { WorldAction } from '../scenarios/world/types.ts';
import { appActivity } from './activities.ts';
import type { Deed } from './deed.ts';
import { browserDeed } from './deeds/browser.ts';
import { deedMaker } from './deeds/deed-parts.ts';
import { deskDeed } from './deeds/desk.ts';
import { filesDeed } from './deeds/files.ts';
import { formDeed } from './deeds/form.ts';
import { mailDeed } from './deeds/mail.ts';
import { practiceDeed } from './deeds/practice.ts';
import { sheetDeed } from './deeds/sheet.ts';
import { phoneDeed } from './deeds/phone.ts';
import { signInDeed } from './deeds/sign-in.ts';
import { extensions } from './vocabulary.ts';

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
      return filesDeed(scene, action, features);
    case 'browser':
      return browserDeed(scene, action, features);
    case 'sheet':
      return sheetDeed(scene, action);
    case 'phone':
      return phoneDeed(scene, action, features);
    case 'form':
      return formDeed(scene, action);
    case 'sign-in':
      return signInDeed(scene, action);
    case 'practice':
      return practiceDeed(scene, action);
  }
}

/**
 * The deed of an action that the world refused. Its object is the app: ids of a refused action were checked by
 * nobody, so none is taken over.
 */
export function rejectedDeed({ scene, action, code }: RejectedEvent): Deed {
  const told = { [extensions.action]: actionName(action), [extensions.errorCode]: code };
  return deedMaker(scene, action.app)('prevented', 3, appActivity(action.app), told);
}

/** `app.type`, both from closed lists. */
function actionName(action: WorldAction): string {
  return `${action.app}.${action.type}`;
}
