/** For a launch without its cookie: finds the browser's secret in another way, or shows the page. */
import type { HeldPageData } from '../../../server/contract/launch-page.ts';
import { doesCookieArrive } from './login-cookie.ts';
import { onPress, setState, showStep } from './page.ts';
import type { PlatformStorage } from './platform-storage.ts';
import type { RememberedWay } from './remembered-way.ts';
import { canAskForAccess, regainAccess, requestAccess } from './storage-access.ts';
import { accessGiven, cookieLost } from './tab-note.ts';

interface Memory {
  readonly storage: PlatformStorage;
  readonly way: RememberedWay;
}

export async function runHeldPage(data: HeldPageData, { storage, way }: Memory): Promise<void> {
  const mayPress = accessGiven.take() && canAskForAccess();
  if ((await regainAccess()) && (await doesCookieArrive(data.cookieKey))) {
    goOn({ id: data.id });
    return;
  }
  const secret = await storage.get();
  if (secret !== undefined) {
    goOn({ id: data.id, secret });
    return;
  }
  cookieLost.leave();
  setState('asks');
  if (!mayPress) {
    // What worked before does no more.
    way.forget();
    return;
  }
  showStep('allow', true);
  onPress('allow', () => void askForAccess(data));
}

async function askForAccess({ id, cookieKey }: HeldPageData): Promise<void> {
  if ((await requestAccess()) && (await doesCookieArrive(cookieKey))) {
    cookieLost.take();
    goOn({ id });
    return;
  }
  showStep('allow', false);
  showStep('denied', true);
}

/** Posts a form, so that the browser navigates as after any launch. */
function goOn(fields: Readonly<Record<string, string>>): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/lti/continue';
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}
