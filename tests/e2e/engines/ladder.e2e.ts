/** How engines other than Chromium come into the activity when they refuse it cookies in the course. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { launchPageTexts } from '../../../server/http/lti/launch-pages/launch-page-words.ts';
import { openDisplay } from '../../support/display.ts';
import { EnginePerson } from '../../support/engines/engine-person.ts';
import type { Engine, EngineTab } from '../../support/engines/engine.ts';
import { hasFirefox, startFirefox } from '../../support/engines/firefox.ts';
import { answerYes, hasWebKit, startWebKit } from '../../support/engines/webkit.ts';
import { type PlainCookieProxy, startPlainCookieProxy } from '../../support/plain-cookie-proxy.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { until } from '../../support/until.ts';

const texts = launchPageTexts.fr.login;
const display = await openDisplay();
afterAll(() => display?.close());

let stack: Stack;
let engine: Engine;
let course: EngineTab;

function use(start: () => Promise<Engine>, https = true): void {
  beforeAll(async () => {
    [stack, engine] = await Promise.all([startStack({ forBrowser: true, https }), start()]);
    course = await engine.openTab();
  });
  afterEach(() => stack.lms.control({ command: 'setStorage', mode: 'none' }));
  afterAll(async () => {
    await engine.close();
    await stack.close();
  });
}

async function openCourse(): Promise<EnginePerson> {
  const person = new EnginePerson(course, 'frame');
  await person.open(stack, 4, '/activity/2');
  return person;
}

/** One press, and the activity is there; it outlives a reload. */
async function playInWindow(person: EnginePerson): Promise<void> {
  const tab = await engine.awaitTab(() => person.press(texts.openWindow));
  const opened = new EnginePerson(tab, 'window');
  await opened.seeButton(shellFr['notice.accept']);
  await opened.reload();
  await opened.seeButton(shellFr['notice.accept']);
  await tab.close();
  await person.seeText(texts.opened);
}

const refusing = [
  {
    name: 'Firefox that refuses the tool every cookie in the course',
    isHere: hasFirefox(),
    remembers: false,
    start: () => startFirefox({ 'network.cookie.cookieBehavior': 1 }),
  },
  {
    name: 'WebKit',
    isHere: hasWebKit() && display !== null,
    remembers: true,
    start: () => startWebKit(display?.name ?? ''),
  },
];

for (const { name, isHere, remembers, start } of refusing)
  describe.skipIf(!isHere)(name, () => {
    use(start);

    it('goes on by the storage of the platform', async () => {
      await stack.lms.control({ command: 'setStorage', mode: 'parent' });
      const person = await openCourse();
      await person.seeButton(shellFr['notice.accept']);
      await person.reload();
      await person.seeButton(shellFr['notice.accept']);
    });

    it('says when the browser did not allow it, and opens in a new window by one press', async () => {
      const person = await openCourse();
      await person.press(texts.allow);
      await person.seeText(texts.denied);
      await playInWindow(person);
    });

    it('offers at the next launch only the press that worked, if the browser has storage for it', async () => {
      const person = await openCourse();
      await person.seeButton(texts.openWindow);
      expect(await person.has(texts.allow)).toBe(!remembers);
      await playInWindow(person);
    });
  });

/** In a frame after « Autoriser ici »: some browsers ask for one more press. */
async function playAfterAllowing(person: EnginePerson): Promise<void> {
  const { goOn } = launchPageTexts.fr.held;
  const accept = shellFr['notice.accept'];
  await until('the way', async () => (await person.has(goOn)) || (await person.has(accept)) || undefined);
  if (await person.has(goOn)) await person.press(goOn);
  await person.seeButton(accept);
  await person.reload();
  await person.seeButton(accept);
}

describe.skipIf(!hasFirefox())('Firefox that asks before it gives the tool a cookie in the course', () => {
  let proxy: PlainCookieProxy;
  beforeAll(async () => {
    proxy = await startPlainCookieProxy();
    const publicUrl = `http://tool.localhost:${proxy.port}`;
    stack = await startStack({ forBrowser: true, env: { PUBLIC_URL: publicUrl } });
    proxy.targetPort = stack.tool.port;
    stack.lms.setTool({
      clientId: 'sandbox-client-1',
      deploymentId: '1',
      loginUrl: `${publicUrl}/lti/login`,
      redirectUris: [`${publicUrl}/lti/launch`],
      targetLinkUri: `${publicUrl}/lti/launch`,
      keySetUrl: `${stack.tool.localUrl}/lti/keys`,
    });
    engine = await startFirefox({
      'network.cookie.cookieBehavior.optInPartitioning': true,
      'dom.storage_access.auto_grants': false,
      'dom.storage_access.prompt.testing': true,
      'dom.storage_access.prompt.testing.allow': true,
    });
    course = await engine.openTab();
  });
  afterAll(async () => {
    await engine.close();
    await stack.close();
    await proxy.close();
  });

  it('goes on in the frame once the person allows it, and at the next launch by itself', async () => {
    const person = await openCourse();
    await person.press(texts.allow);
    await playAfterAllowing(person);
    await (await openCourse()).seeButton(shellFr['notice.accept']);
  });
});

describe.skipIf(!hasWebKit() || display === null)('WebKit that asks the person', () => {
  use(() => startWebKit(display?.name ?? '', ['--enable-itp']));

  it('goes on in the frame once the person allows it, and offers that first at the next launch', async () => {
    // WebKit asks only about sites that were used in a window of their own.
    const used = new EnginePerson(course, 'window');
    await used.open(stack, 7, '/mod/lti/launch.php?id=2');
    await used.press(shellFr['notice.accept']);
    const person = await openCourse();
    await person.seeButton(texts.allow);
    if (display !== null) await answerYes(display, course, () => person.press(texts.allow));
    await playAfterAllowing(person);
    const text = await (await openCourse()).seeText(texts.allow);
    expect(text.indexOf(texts.allow)).toBeLessThan(text.indexOf(texts.openWindow));
  });
});

describe.skipIf(!hasWebKit() || display === null)('WebKit without https, as in the demo', () => {
  use(() => startWebKit(display?.name ?? ''), false);

  it('opens in a new window by one press', async () => {
    await playInWindow(await openCourse());
  });
});
