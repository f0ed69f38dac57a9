/** Staff download statements over a connection that breaks, and get the file that the command line writes. */
import { readFileSync } from 'node:fs';
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { teachEn } from '../../../client/src/i18n/catalogues/teach.en.ts';
import { teachFr } from '../../../client/src/i18n/catalogues/teach.fr.ts';
import { endOfDay, startOfDay } from '../../../server/research/days.ts';
import { findPageViolations } from '../../support/accessibility.ts';
import { ApiLearner, launch } from '../../support/api-learner.ts';
import { launchBrowser } from '../../support/browser.ts';
import { type CuttingProxy, startCuttingProxy } from '../../support/cutting-proxy.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { takePicture } from '../../support/picture.ts';
import { startStack, type Stack } from '../../support/stack.ts';

const words = { fr: teachFr, en: teachEn };
const [teacherId, fatou, rejean] = [3, 4, 5] as const;
const timeZone = 'America/Montreal';

let stack: Stack;
let browser: Browser;
let proxy: CuttingProxy;
let page: Page;
beforeAll(async () => {
  proxy = await startCuttingProxy('/api/activity/statements');
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
  browser = await launchBrowser('partitioned');
  for (const person of [fatou, rejean]) {
    const learner = new ApiLearner(stack);
    await learner.act(...rightWay(await learner.begin(person)), done);
  }
});
afterEach(async () => {
  [proxy.cuts, proxy.isDown, proxy.beforeCut] = [[], false, () => Promise.resolve()];
  await page.context().close();
});
afterAll(async () => {
  await browser.close();
  await stack.close();
  await proxy.close();
});

type Language = 'fr' | 'en';

async function open(language: Language = 'fr', width = 1280): Promise<void> {
  const viewport = { width, height: width > 500 ? 900 : 844 };
  const context = await browser.newContext({ viewport, locale: `${language}-CA` });
  page = await context.newPage();
  await page.goto((await launch(stack, teacherId, '/mod/lti/launch.php?id=2')).href);
  await page.getByText('Fatou Diallo').first().waitFor();
  if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
  await card(language).waitFor();
}

const card = (language: Language): Locator =>
  page.getByRole('region', { name: words[language]['export.title'] });

const button = (language: Language, key: keyof typeof teachFr): Locator =>
  card(language).getByRole('button', { name: words[language][key], exact: true });

const field = (language: Language, key: keyof typeof teachFr): Locator =>
  card(language).getByLabel(words[language][key], { exact: true });

async function pressKey(target: Locator): Promise<void> {
  await target.focus();
  await page.keyboard.press('Enter');
}

/** Resolves once the page shows how much has arrived; a later cut does not lose it. */
function someHaveCome(language: Language): Promise<void> {
  const patterns = (['one', 'other'] as const).map((form) =>
    words[language][`export.running.${form}`].replace('{count}', '[\\d\\s,]+'),
  );
  return card(language)
    .getByText(new RegExp(`^(${patterns.join('|')})$`))
    .waitFor();
}

/** The day in the organisation's time zone, counted from today. */
function day(fromToday: number): string {
  const at = Date.now() + fromToday * 24 * 3_600_000;
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(at);
}

/** Chooses Fatou's statements of tier 2 since yesterday; returns the same choice as command options. */
async function choosePart(language: Language): Promise<string[]> {
  await card(language).locator('summary').focus();
  await page.keyboard.press('Enter');
  const person = field(language, 'export.person');
  await person.selectOption({ label: 'Fatou Diallo' });
  await field(language, 'export.from').fill(day(-1));
  await field(language, 'export.to').fill(day(1));
  await field(language, 'export.tier').selectOption('2');
  const [since, until] = [startOfDay(day(-1), timeZone), endOfDay(day(1), timeZone)];
  return [
    ...['--purpose', 'operational', '--reason', 'a test'],
    ...['--person', await person.inputValue(), '--tier', '2'],
    ...['--since', new Date(since).toISOString(), '--until', new Date(until).toISOString()],
  ];
}

/** The file that the command line writes. */
async function exportBy(options: readonly string[]): Promise<string> {
  const { code, stdout } = await stack.tool.run('export', 'statements', ...options);
  expect([code, stdout.length > 5_000]).toEqual([0, true]);
  return stdout;
}

const textOf = async (download: Download): Promise<string> => readFileSync(await download.path(), 'utf8');

describe('the statements of an activity over a bad connection', () => {
  it('are the command’s file byte for byte when the connection breaks in the middle', async () => {
    await open();
    const whole = await exportBy(await choosePart('fr'));
    proxy.cuts = [Math.floor(Buffer.byteLength(whole) / 2)];
    proxy.beforeCut = () => someHaveCome('fr');
    const arrival = page.waitForEvent('download');
    const before = proxy.asked.length;
    await pressKey(button('fr', 'export.operational'));
    const download = await arrival;
    expect(download.suggestedFilename()).toBe('numplus-operational.jsonl');
    expect(await textOf(download)).toBe(whole);
    const asked = proxy.asked.slice(before).map((path) => path.includes('&after='));
    expect(asked).toEqual([false, true, true]);
    await card('fr').getByText(teachFr['export.ready'], { exact: true }).waitFor();
  });

  it('are everybody’s without a choice, even if cut before and after the first line', async () => {
    await open();
    const whole = await exportBy(['--purpose', 'operational', '--reason', 'a test']);
    proxy.cuts = [0, whole.indexOf('\n') + 1];
    const arrival = page.waitForEvent('download');
    await button('fr', 'export.operational').dblclick();
    expect(await textOf(await arrival)).toBe(whole);
  });
});

/** Looks at the card at both widths. */
async function look(language: Language): Promise<void> {
  for (const [width, height] of [
    [1280, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(overflow)).toBe(0);
    expect(await findPageViolations(page)).toEqual([]);
    await takePicture(card(language), 'statements', language);
  }
}

describe.each([
  { language: 'fr', width: 1280 },
  { language: 'en', width: 390 },
] as const)('a line that stays down, in $language at $width px', ({ language, width }) => {
  it('keeps what arrived, and a button that continues to the whole file', async () => {
    await open(language, width);
    const whole = await exportBy(await choosePart(language));
    [proxy.cuts, proxy.isDown] = [[Math.floor(Buffer.byteLength(whole) / 2)], true];
    proxy.beforeCut = () => someHaveCome(language);
    const saved: Download[] = [];
    page.on('download', (download) => saved.push(download));
    await pressKey(button(language, 'export.operational'));
    // After five tries with growing waits.
    await button(language, 'export.continue').waitFor({ timeout: 90_000 });
    expect(saved).toEqual([]);
    await look(language);
    proxy.isDown = false;
    const arrival = page.waitForEvent('download');
    await pressKey(button(language, 'export.continue'));
    expect(await textOf(await arrival)).toBe(whole);
    await look(language);
  });
});
