/** Script of the pages between course and activity. No framework, so that it loads fast. */
import type { LaunchPageData } from '../../../server/contract/launch-page.ts';
import { runHeldPage } from './held-page.ts';
import { runLoginPage } from './login-page.ts';
import { setState, showStep } from './page.ts';
import { PlatformStorage } from './platform-storage.ts';
import { RememberedWay } from './remembered-way.ts';

function start(text: string): void {
  // Our own server wrote it.
  const data = JSON.parse(text) as LaunchPageData;
  const newId = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');
  const storage = new PlatformStorage(window, data.storage, newId);
  const memory = { storage, way: new RememberedWay(window, data.storage.origin) };
  void (data.page === 'login' ? runLoginPage(data, memory) : runHeldPage(data, memory));
}

setState('working');
showStep('plain', false);
start(document.getElementById('launch')?.textContent ?? '');
