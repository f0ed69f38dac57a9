import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import type { ControlCommand } from '../../../sandbox/lms/control-command.ts';
import { launchPageTexts } from '../../../server/http/lti/launch-pages/launch-page-words.ts';
import { findViolations } from '../../support/accessibility.ts';
import { actAs } from '../../support/browser-person.ts';
import { launchBrowser } from '../../support/browser.ts';
import { startPlainCookieProxy } from '../../support/plain-cookie-proxy.ts';
import type { PlainCookieProxy } from '../../support/plain-cookie-proxy.ts';
import { reloadFrame } from '../../support/reload-frame.ts';
import { startStack } from '../../support/stack.ts';
import type { Stack } from '../../support/stack.ts';

type Place = Page | FrameLocator;
type StorageCommand = Omit<Extract<ControlCommand, { command: 'setStorage' }>, 'command'>;

const texts = launchPageTexts.fr;
const desktop = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

/** Opens the framed activity as the next person who has not played yet. */
let nextPerson = 4;
async function openActivity(stack: Stack, context: BrowserContext): Promise<Page> {
  await actAs(context, stack, nextPerson);
  nextPerson = nextPerson === 8 ? 4 : nextPerson + 1;
  const page = await context.newPage();
  await page.goto(`${stack.lms.publicUrl}/activity/2`);
  return page;
}

const frameOf = (page: Page): FrameLocator => page.frameLocator('#contentframe');
const button = (place: Place, name: string): Locator => place.getByRole('button', { name, exact: true });

/** Paths of all requests to the tool's launch routes, in order. */
function watchLaunch(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/lti/')) paths.push(pathname);
  });
  return paths;
}

/** Of the last load: the first one may still be under way when watching begins. */
const afterLogin = (paths: readonly string[]): string[] => paths.slice(paths.lastIndexOf('/lti/login') + 1);

/** From the notice, or the welcome if it was accepted before, into the first scene; a reload stays there. */
async function playAndReload(place: Place, reload: () => Promise<unknown>): Promise<void> {
  const accept = button(place, shellFr['notice.accept']);
  const enter = button(place, shellFr['welcome.go']);
  const goOn = button(place, shellFr['continue.go']);
  await accept.or(goOn).first().waitFor();
  if (await accept.isVisible()) {
    await accept.click();
    await enter.click();
  } else await goOn.click();
  const inside = button(place, shellFr['introduction.next']).or(button(place, shellFr['introduction.play']));
  await inside.first().waitFor();
  await reload();
  await inside.first().waitFor();
}

const playInFrame = (page: Page): Promise<void> => playAndReload(frameOf(page), () => reloadFrame(page));

const playInWindow = (page: Page): Promise<void> => playAndReload(page, () => page.reload());

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs += 1) {
    if ((await target.and(frameOf(page).locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${target.toString()}`);
}

describe('a browser that blocks third-party cookies', () => {
  let stack: Stack;
  let browser: Browser;
  beforeAll(async () => {
    stack = await startStack({ forBrowser: true });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await stack.close();
  });

  it('launches by its partitioned cookie, without asking anything', async () => {
    const context = await browser.newContext({ viewport: desktop });
    const paths: string[] = [];
    context.on('page', (page) => paths.push(...watchLaunch(page)));
    const page = await openActivity(stack, context);
    // A page that is left in the middle of its launch keeps its marker until the browser closes.
    await frameOf(page).locator('.app').waitFor();
    const seen = watchLaunch(page);
    await page.reload();
    await playInFrame(page);
    expect(afterLogin(seen)).toEqual(['/lti/launch']);
    const left = await page.frame({ name: 'contentframe' })?.evaluate<string>('document.cookie');
    expect(left).not.toContain('marker');
    await context.close();
  });

  it('asks the tool about the cookie when the page can’t read its marker', async () => {
    const context = await browser.newContext({ viewport: desktop });
    await context.addInitScript("Object.defineProperty(document, 'cookie', { get: () => '' })");
    const page = await openActivity(stack, context);
    const seen = watchLaunch(page);
    await page.reload();
    await playInFrame(page);
    expect(afterLogin(seen)).toEqual(['/lti/cookie/check', '/lti/launch']);
    await context.close();
  });

  it('takes no marker of another login for its own', async () => {
    const context = await browser.newContext({ viewport: desktop });
    await context.addInitScript(
      "Object.defineProperty(document, 'cookie', { get: () => '__Host-lti-marker_abcdefgh=1' })",
    );
    const page = await openActivity(stack, context);
    const seen = watchLaunch(page);
    await page.reload();
    await playInFrame(page);
    expect(seen).toContain('/lti/cookie/check');
    await context.close();
  });

  it('shows how to go on when the cookie is lost on the way, and offers it at the next launch', async () => {
    const context = await browser.newContext({ viewport: desktop });
    const page = await openActivity(stack, context);
    await page.route('**/lti/launch', async (route) => {
      await context.clearCookies({ name: /lti/ });
      await route.continue();
    });
    await page.reload();
    await frameOf(page).locator('main[data-error="lti.cookie-missing"]').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.unroute('**/lti/launch');
    await page.reload();
    const opens = context.waitForEvent('page');
    await button(frameOf(page), texts.login.openWindow).click();
    await playInWindow(await opens);
    await context.close();
  });

  it('offers a link when scripts are off', async () => {
    const context = await browser.newContext({ viewport: desktop, javaScriptEnabled: false });
    const page = await openActivity(stack, context);
    await button(frameOf(page), 'Continuer').click();
    await frameOf(page).getByRole('link', { name: texts.login.goOn }).click();
    const opened = page.waitForResponse('**/lti/launch');
    await button(frameOf(page), 'Continuer').click();
    expect((await opened).status()).toBe(200);
    await context.close();
  });
});

describe('a browser that refuses the tool every cookie in the course', () => {
  let stack: Stack;
  let browser: Browser;
  beforeAll(async () => {
    stack = await startStack({ forBrowser: true });
    browser = await launchBrowser('partitioned', { of: stack.tool.publicUrl, within: stack.lms.publicUrl });
  });
  afterEach(() => stack.lms.control({ command: 'setStorage', mode: 'none' }));
  afterAll(async () => {
    await browser.close();
    await stack.close();
  });

  it.each<[string, StorageCommand]>([
    ['the course page', { mode: 'parent' }],
    ['a hidden frame that the login names', { mode: 'frame' }],
    ['a hidden frame that the course page names', { mode: 'frame', announced: false }],
    ['an older LMS', { mode: 'parent', spelling: 'org.imsglobal.lti.', announced: false }],
    ['an LMS that speaks in text', { mode: 'parent', spelling: 'org.imsglobal.lti.', asText: true }],
  ])('goes on by the storage of the platform: %s', async (_name, storage) => {
    await stack.lms.control({ command: 'setStorage', ...storage });
    const context = await browser.newContext({ viewport: desktop });
    const page = await openActivity(stack, context);
    const seen = watchLaunch(page);
    await playInFrame(page);
    expect(seen).toContain('/lti/continue');
    await context.close();
  });

  it.each(['silent', 'other-origin'] as const)(
    'shows the page when platform storage is %s, and sends it nothing',
    async (fault) => {
      await stack.lms.control({ command: 'setStorage', mode: 'frame', fault });
      const context = await browser.newContext({ viewport: desktop });
      const page = await openActivity(stack, context);
      await button(frameOf(page), texts.login.openWindow).waitFor();
      const keeper = page.frame({ name: 'bouleaux-storage' });
      const heard: unknown = await keeper?.evaluate('document.documentElement.dataset.messages');
      expect(heard).toBe(fault === 'silent' ? undefined : '0');
      await context.close();
    },
  );

  it('offers a new window when the browser never answers about the cookie', async () => {
    const context = await browser.newContext({ viewport: desktop });
    await context.route('**/lti/cookie/check', () => Promise.resolve());
    const page = await openActivity(stack, context);
    const opens = context.waitForEvent('page');
    await button(frameOf(page), texts.login.openWindow).click();
    await playInWindow(await opens);
    await context.close();
  });

  it('opens in a new window', async () => {
    const context = await browser.newContext({ viewport: desktop });
    const page = await openActivity(stack, context);
    const opens = context.waitForEvent('page');
    await button(frameOf(page), texts.login.openWindow).click();
    await playInWindow(await opens);
    await frameOf(page).getByRole('heading', { name: texts.login.opened }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await context.close();
  });

  it('opens in a new window on a phone, by keyboard only', async () => {
    const context = await browser.newContext({ viewport: phone });
    const page = await openActivity(stack, context);
    const open = button(frameOf(page), texts.login.openWindow);
    await open.waitFor();
    expect(await findViolations(page)).toEqual([]);
    await tabTo(page, open);
    const opens = context.waitForEvent('page');
    await page.keyboard.press('Enter');
    await playInWindow(await opens);
    await context.close();
  });

  it('replaces the course page when the frame may not open a window', async () => {
    const context = await browser.newContext({ viewport: desktop });
    const page = await openActivity(stack, context);
    await button(frameOf(page), texts.login.openWindow).waitFor();
    // The current page may still open windows: it must not be pressed.
    await page.frame({ name: 'contentframe' })?.evaluate("document.documentElement.dataset.before = ''");
    await page.evaluate(`(() => {
      const frame = document.getElementById('contentframe');
      frame.setAttribute('sandbox', 'allow-scripts allow-forms allow-same-origin allow-top-navigation');
      frame.src = frame.src;
    })()`);
    await frameOf(page).locator('html[data-state="asks"]:not([data-before])').waitFor();
    await button(frameOf(page), texts.login.openWindow).click();
    await page.waitForURL('**/play/**');
    await playInWindow(page);
    await context.close();
  });
});

describe('a browser that does not know partitioned cookies', () => {
  let stack: Stack;
  let browser: Browser;
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
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await stack.close();
    await proxy.close();
  });

  /** Answers the browser's permission prompt, which can't be pressed in headless mode. */
  async function answerFor(page: Page, setting: 'granted' | 'denied'): Promise<void> {
    const session = await page.context().newCDPSession(page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    const whole = await browser.newBrowserCDPSession();
    const { browserContextId } = targetInfo;
    await whole.send('Browser.setPermission', {
      permission: { name: 'storage-access' },
      setting,
      origin: stack.lms.publicUrl,
      embeddedOrigin: `http://tool.localhost:${proxy.port}`,
      ...(browserContextId === undefined ? {} : { browserContextId }),
    });
  }

  it('goes on in the frame once the person allows it, and does not ask again', async () => {
    const context = await browser.newContext({ viewport: desktop });
    const page = await openActivity(stack, context);
    const allow = button(frameOf(page), texts.login.allow);
    await allow.waitFor();
    expect(await findViolations(page)).toEqual([]);
    await answerFor(page, 'granted');
    const seen = watchLaunch(page);
    await allow.click();
    await playInFrame(page);
    expect(seen).toEqual([
      '/lti/cookie/keep',
      '/lti/cookie/check',
      '/lti/launch',
      '/lti/cookie/check',
      '/lti/continue',
    ]);
    await page.reload();
    await playInFrame(page);
    await context.close();
  });

  it('asks for one more press when the browser grants cookies only on a press', async () => {
    const context = await browser.newContext({ viewport: desktop });
    await context.addInitScript(`(() => {
      const request = Document.prototype.requestStorageAccess;
      Document.prototype.requestStorageAccess = function () {
        return navigator.userActivation.isActive ? request.call(this) : Promise.reject(new Error('no press'));
      };
    })()`);
    const page = await openActivity(stack, context);
    await button(frameOf(page), texts.login.allow).waitFor();
    await answerFor(page, 'granted');
    await button(frameOf(page), texts.login.allow).click();
    await button(frameOf(page), texts.held.goOn).click();
    await playInFrame(page);
    // The next launch puts the press that worked first.
    await page.reload();
    await frameOf(page).locator('.step:first-of-type button.main[data-act="allow"]').first().waitFor();
    await context.close();
  });

  it('keeps offering a new window when the person denies it', async () => {
    const context = await browser.newContext({ viewport: desktop });
    const page = await openActivity(stack, context);
    await button(frameOf(page), texts.login.allow).waitFor();
    await answerFor(page, 'denied');
    await button(frameOf(page), texts.login.allow).click();
    await frameOf(page).getByText(texts.login.denied).waitFor();
    const opens = context.waitForEvent('page');
    await button(frameOf(page), texts.login.openWindow).click();
    await playInWindow(await opens);
    await context.close();
  });
});
