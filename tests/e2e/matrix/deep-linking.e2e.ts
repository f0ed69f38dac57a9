/** A teacher chooses an activity in a frame with third-party cookies blocked; a learner then plays it with its settings. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectEn } from '../../../client/src/i18n/catalogues/select.en.ts';
import { selectFr } from '../../../client/src/i18n/catalogues/select.fr.ts';
import { findViolations } from '../../support/accessibility.ts';
import { launchBrowser } from '../../support/browser.ts';
import { actAs } from '../../support/browser-person.ts';
import { BrowserPlayer } from '../../support/browser-player.ts';
import { openPicker } from '../../support/picker.ts';
import { startStack, type Stack } from '../../support/stack.ts';

const words = { fr: selectFr, en: selectEn } as const;
const nothingAdded = { fr: 'Rien n’a été ajouté', en: 'Nothing was added' } as const;
const teacherId = 3;
const learnerId = 4;

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack({ forBrowser: true }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});

async function sidewaysOverflow(page: Page): Promise<number> {
  const inner = page.frame({ name: 'contentframe' });
  return Number(
    await inner?.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  );
}

describe('a teacher who chooses an activity', () => {
  it('adds it to the course, and a learner plays it under its settings', async () => {
    const { page, frame } = await openPicker({ stack, browser }, 'fr', { width: 1280, height: 900 });
    const fr = words.fr;
    expect(await findViolations(page)).toEqual([]);
    await frame.getByRole('textbox', { name: fr['name.label'] }).fill('Groupe du mardi');
    await frame
      .getByRole('combobox', { name: fr['attempts.label'] })
      .selectOption({ label: fr['attempts.one'].replace('{count}', '1') });
    await frame.getByRole('combobox', { name: fr['begin.label'] }).selectOption({ label: fr['language.en'] });
    await frame.getByRole('button', { name: fr['go.check'] }).click();
    await frame.getByRole('heading', { name: fr['summary.title.one'] }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await frame.getByRole('button', { name: fr['go.add'] }).click();
    await frame.getByRole('link', { name: 'Retour au cours' }).click();
    await page.getByRole('heading', { name: 'Groupe du mardi' }).waitFor();
    await page.context().close();

    const context = await browser.newContext();
    await actAs(context, stack, learnerId);
    const player = new BrowserPlayer(await context.newPage(), 'en', 'mouse');
    await player.page.goto(`${stack.lms.publicUrl}/course/2`);
    const card = player.page.getByRole('listitem').filter({ hasText: 'Groupe du mardi' });
    await card.getByText('sur 100').waitFor();
    await card
      .getByRole('link', { name: /Groupe du mardi/ })
      .first()
      .click();
    await player.acceptNotice();
    await player.hearIntroduction();
    await player.finishScene();
    await player.leaveScene();
    await player.frame.getByText(player.word('finished.last')).waitFor();
    expect(await player.button('finished.again').count()).toBe(0);
    await context.close();
  });

  it('manages with the keyboard alone in a low frame, and is shown what a field needs', async () => {
    const { page, frame } = await openPicker({ stack, browser }, 'en', { width: 800, height: 640 });
    const en = words.en;
    const tabTo = async (selector: string): Promise<void> => {
      for (let tabs = 0; tabs < 40; tabs += 1) {
        if ((await frame.locator(`${selector}:focus`).count()) > 0) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`the keyboard does not reach ${selector}`);
    };
    await frame.locator('h1').last().focus();
    await tabTo('input[type=text]');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
    await frame.getByText(en['name.empty']).waitFor();
    expect(await frame.locator('input[type=text]:focus').count()).toBe(1);
    await page.keyboard.type('Keyboard group');
    await page.keyboard.press('Enter');
    await frame.getByRole('heading', { name: en['summary.title.one'] }).waitFor();
    await tabTo('button:has-text("' + en['summary.another'] + '")');
    await page.keyboard.press('Enter');
    await tabTo('button[type=submit]');
    await page.keyboard.press('Enter');
    await tabTo('button:has-text("' + en['go.add'] + '")');
    await page.keyboard.press('Enter');
    await frame.getByText(/2 activities/).waitFor();
    await page.context().close();
  });

  it.each([
    ['fr', 820],
    ['en', 390],
  ] as const)('may go back without adding anything (%s, %i px wide)', async (language, width) => {
    const { page, frame } = await openPicker({ stack, browser }, language, { width, height: 640 });
    expect(await sidewaysOverflow(page)).toBe(0);
    await frame.getByRole('radio', { name: words[language]['what.own'] }).check();
    expect(await findViolations(page)).toEqual([]);
    await frame.getByRole('button', { name: words[language]['go.cancel'] }).click();
    await frame.getByText(nothingAdded[language]).waitFor();
    await page.context().close();
  });

  it('sees only the way back when the platform accepts no activity', async () => {
    await stack.lms.control({ command: 'setSelection', acceptTypes: ['html'], data: 'kept' });
    const context = await browser.newContext({ viewport: { width: 820, height: 640 } });
    await actAs(context, stack, teacherId);
    const page = await context.newPage();
    await page.goto(`${stack.lms.publicUrl}/course/2/select`);
    const frame = page.frameLocator('#contentframe');
    await frame.getByRole('heading', { name: words.fr['place.title'] }).waitFor();
    await frame.getByRole('button', { name: words.fr['place.back'] }).click();
    await frame.getByText('Rien n’a été ajouté').waitFor();
    await stack.lms.control({ command: 'setSelection' });
    await context.close();
  });
});
