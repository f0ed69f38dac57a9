/** Staff are told on their pages that Moodle could not read our keys. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectionEn } from '../../../client/src/i18n/catalogues/connection.en.ts';
import { connectionFr } from '../../../client/src/i18n/catalogues/connection.fr.ts';
import { findViolations } from '../../support/accessibility.ts';
import { launchBrowser } from '../../support/browser.ts';
import { openPicker } from '../../support/picker.ts';
import { startStack, type Stack } from '../../support/stack.ts';

const words = { fr: connectionFr, en: connectionEn } as const;
const phone = { width: 390, height: 844 };

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack({ forBrowser: true }), launchBrowser()]);
  await stack.lms.control({ command: 'blockToolKeys', blocked: true });
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});

async function expectNotice(page: Page, language: 'fr' | 'en'): Promise<void> {
  const frame = page.frameLocator('#contentframe');
  const notice = frame.getByRole('region', { name: words[language]['title.moodle'] });
  await notice.getByText(words[language]['title.moodle']).click();
  await notice.getByText('curlsecurityblockedhosts').waitFor();
  expect(await findViolations(page)).toEqual([]);
  const inner = page.frame({ name: 'contentframe' });
  const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(await inner?.evaluate(sideways)).toBe(0);
}

it.each(['fr', 'en'] as const)(
  'above the choice of an activity and above the group: %s',
  async (language) => {
    const { page } = await openPicker({ stack, browser }, language, phone);
    await expectNotice(page, language);
    const activity = { fr: 2, en: 3 }[language];
    await page.goto(`${stack.lms.publicUrl}/activity/${activity}`);
    await expectNotice(page, language);
    await page.context().close();
  },
);
