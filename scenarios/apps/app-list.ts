/** A new app is one more line here and in each other `app-list.ts`. */
import { assistant } from './assistant/index.ts';
import { browser } from './browser/index.ts';
import { document } from './document/index.ts';
import { files } from './files/index.ts';
import { form } from './form/index.ts';
import { home } from './home/index.ts';
import { mail } from './mail/index.ts';
import { meeting } from './meeting/index.ts';
import { phone } from './phone/index.ts';
import { portal } from './portal/index.ts';
import { practice } from './practice/index.ts';
import { punch } from './punch/index.ts';
import { registerApps } from './register.ts';
import { scan } from './scan/index.ts';
import { sheet } from './sheet/index.ts';
import { signIn } from './sign-in/index.ts';

export const apps = registerApps({
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
});
