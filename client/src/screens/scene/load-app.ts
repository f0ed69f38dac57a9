/** Fetches the code of a simulated app when a scene needs it. */
import type { Component } from 'svelte';
import type { SimulatedAppId } from '../../../../scenarios/world/types.ts';
import type { IconName } from '../../ui/icons.ts';
import type { AppProps } from '../../apps/app-desk.svelte.ts';

/** An app without an entry shows itself inside another one (files are saved from the mail app's menus). */
const loaders: Partial<Record<SimulatedAppId, () => Promise<{ default: Component<AppProps> }>>> = {
  mail: () => import('../../apps/mail/MailApp.svelte'),
  browser: () => import('../../apps/browser/BrowserApp.svelte'),
  phone: () => import('../../apps/phone/PhoneApp.svelte'),
  'sign-in': () => import('../../apps/sign-in/SignInApp.svelte'),
  sheet: () => import('../../apps/sheet/SheetApp.svelte'),
  files: () => import('../../apps/files/FilesApp.svelte'),
  practice: () => import('../../apps/practice/PracticeApp.svelte'),
  form: () => import('../../apps/form/FormApp.svelte'),
};

/** Whether an app has a window of its own. */
export function hasWindow(app: SimulatedAppId): boolean {
  return loaders[app] !== undefined;
}

/** The app's component; rejects where the network or the app is missing. */
export async function loadApp(app: SimulatedAppId): Promise<Component<AppProps>> {
  const load = loaders[app];
  if (load === undefined) throw new Error(`app.no-window ${app}`);
  return (await load()).default;
}

/** The picture of each app; its word is `app.<id>` of the shell's catalogue. */
export const appIcons: Readonly<Record<SimulatedAppId, IconName>> = {
  mail: 'mail',
  files: 'folder',
  browser: 'web',
  sheet: 'sheet',
  phone: 'phone',
  form: 'form',
  'sign-in': 'lock',
  practice: 'pointer',
};
