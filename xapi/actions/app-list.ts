/** A new app is one more line here and in each other `app-list.ts`. */
import type { AppKinds, SimulatedAppId } from '../../scenarios/world/types.ts';
import { assistant } from './assistant.ts';
import { browser } from './browser.ts';
import type { AppStatements } from './declare.ts';
import { document } from './document.ts';
import { files } from './files.ts';
import { form } from './form.ts';
import { home } from './home.ts';
import { mail } from './mail.ts';
import { meeting } from './meeting.ts';
import { phone } from './phone.ts';
import { portal } from './portal.ts';
import { practice } from './practice.ts';
import { punch } from './punch.ts';
import { scan } from './scan.ts';
import { sheet } from './sheet.ts';
import { signIn } from './sign-in.ts';

export const appStatements: { readonly [Id in SimulatedAppId]: AppStatements<AppKinds[Id]['action']> } = {
  mail,
  files,
  browser,
  sheet,
  phone,
  form,
  'sign-in': signIn,
  practice,
  home,
  punch,
  assistant,
  document,
  portal,
  meeting,
  scan,
};
