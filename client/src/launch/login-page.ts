/**
 * In a frame, tries the cookie, then the platform's storage, then the browser's permission. The page always
 * offers the new window.
 */
import type { LoginPageData } from '../../../server/contract/launch-page.ts';
import { doesCookieArrive, keepCookie } from './login-cookie.ts';
import { prepareNewWindow } from './new-window.ts';
import { onPress, setState, showStep } from './page.ts';
import type { PlatformStorage } from './platform-storage.ts';
import { canAskForAccess, regainAccess, requestAccess } from './storage-access.ts';
import { accessGiven, cookieLost } from './tab-note.ts';

export async function runLoginPage(data: LoginPageData, storage: PlatformStorage): Promise<void> {
  prepareNewWindow();
  if (await keepsSecret(data, storage)) {
    location.replace(data.authorizationUrl);
    return;
  }
  setState('asks');
  if (!canAskForAccess()) return;
  showStep('allow', true);
  onPress('allow', () => void askForAccess(data));
}

/** Tries to store the secret without asking the person. */
async function keepsSecret(data: LoginPageData, storage: PlatformStorage): Promise<boolean> {
  if (!cookieLost.take() && (await doesCookieArrive(data.cookieKey))) return true;
  if ((await regainAccess()) && (await keepAllowed(data))) return true;
  return storage.put(data.secret);
}

async function askForAccess(data: LoginPageData): Promise<void> {
  if ((await requestAccess()) && (await keepAllowed(data))) {
    location.replace(data.authorizationUrl);
    return;
  }
  showStep('why', false);
  showStep('allow', false);
  showStep('denied', true);
}

/** Sets the cookie again in a frame that may have cookies now. */
async function keepAllowed({ cookieKey, secret }: LoginPageData): Promise<boolean> {
  const kept = await keepCookie({ cookieKey, secret });
  if (kept) accessGiven.leave();
  return kept;
}
