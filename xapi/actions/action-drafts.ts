/**
 * What a person did in the simulated workplace, as statement drafts: one verb and one neutral object per action. Takes ids,
 * classes and counts over; typed text stops here.
 */
import type { LogEvent } from '../../scenarios/kit/log.ts';
import type { WorldAction } from '../../scenarios/world/types.ts';
import { appActivity } from '../activities.ts';
import type { StatementDraft } from '../statement-draft.ts';
import { browserDraft } from './browser.ts';
import { draftMaker } from './draft-parts.ts';
import { deskDraft } from './desk.ts';
import { filesDraft } from './files.ts';
import { formDraft } from './form.ts';
import { mailDraft } from './mail.ts';
import { practiceDraft } from './practice.ts';
import { sheetDraft } from './sheet.ts';
import { phoneDraft } from './phone.ts';
import { signInDraft } from './sign-in.ts';
import { extensions } from '../vocabulary.ts';

type ActionEvent = Extract<LogEvent, { kind: 'action' }>;
type RejectedEvent = Extract<LogEvent, { kind: 'rejected' }>;

/** The draft of an action that the world took. */
export function draftOfAction({ scene, action, features }: ActionEvent): StatementDraft {
  switch (action.app) {
    case 'desk':
      return deskDraft(scene, action);
    case 'mail':
      return mailDraft(scene, action, features);
    case 'files':
      return filesDraft(scene, action, features);
    case 'browser':
      return browserDraft(scene, action, features);
    case 'sheet':
      return sheetDraft(scene, action);
    case 'phone':
      return phoneDraft(scene, action, features);
    case 'form':
      return formDraft(scene, action);
    case 'sign-in':
      return signInDraft(scene, action);
    case 'practice':
      return practiceDraft(scene, action);
  }
}

/**
 * The draft of an action that the world refused. Its object is the app: ids of a refused action were checked by
 * nobody, so none is taken over.
 */
export function draftOfRejection({ scene, action, code }: RejectedEvent): StatementDraft {
  const told = { [extensions.action]: actionName(action), [extensions.errorCode]: code };
  return draftMaker(scene, action.app)('prevented', 3, appActivity(action.app), told);
}

/** `app.type`, both from closed lists. */
function actionName(action: WorldAction): string {
  return `${action.app}.${action.type}`;
}
