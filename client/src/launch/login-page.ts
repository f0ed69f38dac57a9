/**
 * In a frame, tries the cookie, then the platform's storage, then the browser's permission. The page always
 * offers the new window.
 */
import type { LoginPageData } from '../../../server/contract/launch-page.ts';
import { doesCookieArrive, keepCookie, takeMarker } from './login-cookie.ts';
import { prepareNewWindow } from './new-window.ts';
import { onPress, putFirst, setState, showStep } from './page.ts';
import type { PlatformStorage } from './platform-storage.ts';
import type { RememberedWay, Way } from './remembered-way.ts';
import { canAskForAccess, regainAccess, requestAccess } from './storage-access.ts';
import { accessGiven, cookieLost } from './tab-note.ts';

interface Memory {
  readonly storage: PlatformStorage;
  readonly way: RememberedWay;
}

export async function runLoginPage(data: LoginPageData, { storage, way }: Memory): Promise<void> {
  const pressed = new AbortController();
  prepareNewWindow(() => {
    pressed.abort();
    way.keep('window');
  });
  onPress('allow', () => {
    pressed.abort();
    void askForAccess(data, way);
  });
  const before = way.find();
  // A permission is often given again without a press, a window never.
  if (before === 'window') offer(before);
  const isKept = await keepsSecret(data, storage);
  // The person has chosen another way meanwhile.
  if (pressed.signal.aborted) return;
  if (isKept) {
    way.forget();
    location.replace(data.authorizationUrl);
  } else offer(before);
}

/** The window alone if it worked before, and the permission first if that did. */
function offer(before: Way | null): void {
  setState('asks');
  if (before === 'window' || !canAskForAccess()) return;
  showStep('allow', true);
  if (before === 'access') putFirst('allow');
}

/** Without asking the person. */
async function keepsSecret(data: LoginPageData, storage: PlatformStorage): Promise<boolean> {
  const isMarked = takeMarker(document, data.markerName);
  if (!cookieLost.take() && (isMarked || (await doesCookieArrive(data.cookieKey)))) return true;
  if ((await regainAccess()) && (await keepAllowed(data))) return true;
  return storage.put(data.secret);
}

async function askForAccess(data: LoginPageData, way: RememberedWay): Promise<void> {
  if ((await requestAccess()) && (await keepAllowed(data))) {
    way.keep('access');
    location.replace(data.authorizationUrl);
    return;
  }
  way.forget();
  showStep('why', false);
  showStep('allow', false);
  showStep('denied', true);
}

/** For a frame that may have cookies now. */
async function keepAllowed({ cookieKey, secret }: LoginPageData): Promise<boolean> {
  const kept = await keepCookie({ cookieKey, secret });
  if (kept) accessGiven.leave();
  return kept;
}
