/**
 * The simulated apps of a scene together: how they start, and which reducer an action goes to. A new app is one more
 * line in each of the two functions.
 */
import type { ActionRef, Step } from './base.ts';
import { reduceBrowser, startBrowser } from './browser/browser.ts';
import { reduceFiles, startFiles } from './files/files.ts';
import { reduceForm, startForm } from './form/form.ts';
import { reduceMail, startMail } from './mail/mail.ts';
import { isOnlyNoted, reducePractice, startPractice, undonePractice } from './practice/practice.ts';
import { reduceSheet, startSheet } from './sheet/sheet.ts';
import { reducePhone, startPhone } from './phone/phone.ts';
import { reduceSignIn, startSignIn } from './sign-in/sign-in.ts';
import type { AppAction, AppStates, RefusalCode, SimulatedAppId, World } from './types.ts';

/** Every app of the world as the scene shows it first. */
export function startApps(world: World): AppStates {
  const { apps, mail, files, browser, sheet, phone, form } = world;
  return {
    active: apps[0] ?? 'mail',
    ...(mail && { mail: startMail(mail) }),
    ...(files && { files: startFiles(files, apps.includes('files')) }),
    ...(browser && { browser: startBrowser(browser) }),
    ...(sheet && { sheet: startSheet(sheet) }),
    ...(phone && { phone: startPhone(phone) }),
    ...(form && { form: startForm() }),
    ...(world['sign-in'] && { 'sign-in': startSignIn() }),
    ...(world.practice && { practice: startPractice() }),
  };
}

/** The states after an action in one app; the very same object where nothing changed. */
export function reduceApps(
  world: World,
  apps: AppStates,
  action: AppAction,
  ref: ActionRef,
): Step<AppStates, RefusalCode> {
  switch (action.app) {
    case 'mail':
      if (!world.mail || !apps.mail) return noSuchApp;
      return put(apps, 'mail', reduceMail(world.mail, apps.mail, action, ref));
    case 'files':
      if (!world.files || !apps.files) return noSuchApp;
      return put(apps, 'files', reduceFiles(world, apps.files, action, ref));
    case 'browser':
      if (!world.browser || !apps.browser) return noSuchApp;
      return put(apps, 'browser', reduceBrowser(world.browser, apps.browser, action, ref));
    case 'sheet':
      if (!world.sheet || !apps.sheet) return noSuchApp;
      return put(apps, 'sheet', reduceSheet(world.sheet, apps.sheet, action, ref));
    case 'phone':
      if (!world.phone || !apps.phone) return noSuchApp;
      return put(apps, 'phone', reducePhone(world.phone, apps.phone, action, ref));
    case 'form':
      if (!world.form || !apps.form) return noSuchApp;
      return put(apps, 'form', reduceForm(world.form, apps.form, action));
    case 'sign-in':
      if (!world['sign-in'] || !apps['sign-in']) return noSuchApp;
      return put(apps, 'sign-in', reduceSignIn(world['sign-in'], apps['sign-in'], action));
    case 'practice':
      if (!world.practice || !apps.practice) return noSuchApp;
      return put(apps, 'practice', reducePractice(world.practice, apps.practice, action));
  }
}

/** Whether an action left nothing that a person can see: « Annuler » then goes back to what was before it. */
export function isUnseen(before: AppStates, after: AppStates): boolean {
  if (before.practice === after.practice || !before.practice || !after.practice) return false;
  return isOnlyNoted(before.practice, after.practice);
}

/** The states that an undo of `undone` goes back to. */
export function undoneApps(world: World, before: AppStates, undone: AppStates): AppStates {
  if (!world.practice || !before.practice || !undone.practice) return before;
  return { ...before, practice: undonePractice(world.practice, before.practice, undone.practice) };
}

const noSuchApp = { ok: false, code: 'world.unknown-app' } as const;

function put<Id extends SimulatedAppId>(
  apps: AppStates,
  id: Id,
  next: Step<NonNullable<AppStates[Id]>, RefusalCode>,
): Step<AppStates, RefusalCode> {
  if (!next.ok) return next;
  return { ok: true, state: next.state === apps[id] ? apps : { ...apps, [id]: next.state } };
}
