/** A word that is half typed in the welcome, and an answer in the inbox: over a new launch, and in the two windows. */
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { mailFr } from '../../../client/src/apps/mail/mail.fr.ts';
import { practiceFr as t } from '../../../client/src/apps/practice/practice.fr.ts';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { launchBrowser, type FrameStorage } from '../../support/browser.ts';
import { BrowserPerson } from '../../support/browser-person.ts';
import { BrowserPlayer } from '../../support/browser-player.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';

const stack = setUpBrowserStack();

const wordBox = (place: Pick<Page, 'getByLabel'>): Locator =>
  place.getByLabel(t['type.box'], { exact: true });

function stepOf({ frame }: BrowserPerson, number: number): Locator {
  const text = t.progress.replace('{number}', String(number)).replace('{count}', '8');
  return frame.getByText(text, { exact: true });
}

/** Half a word is in the box of the welcome. */
async function typeHalf(context: BrowserContext, personId: number, activity: number): Promise<BrowserPerson> {
  const person = new BrowserPerson(await context.newPage(), 'fr', 'mouse');
  await addSceneActivity(stack, 's00-welcome', { id: activity, language: 'fr' });
  await person.launch(stack, personId, activity);
  await person.acceptNotice();
  await person.hearIntroduction();
  for (const number of [2, 3, 4]) {
    await person.pressUntil(person.named(t['action.pass']), () => stepOf(person, number).isVisible());
  }
  await wordBox(person.frame).pressSequentially('jard');
  return person;
}

async function openInWindow(context: BrowserContext, person: BrowserPerson): Promise<Page> {
  const opens = context.waitForEvent('page');
  await person.press(person.shellButton('tool.more'));
  await person.press(person.frame.getByRole('menuitem', { name: shellFr['window.open'] }));
  return opens;
}

/** While the keys of the window are still warm: nothing there loses the focus. */
async function bringBack(person: BrowserPerson): Promise<void> {
  await person.named(shellFr['elsewhere.back']).click();
}

async function openContext(storage: FrameStorage): Promise<BrowserContext> {
  const browser = await launchBrowser(storage);
  const context = await browser.newContext({ viewport: { width: 1366, height: 657 } });
  context.once('close', () => void browser.close());
  return context;
}

describe('half a word in the welcome', () => {
  it('is there again after the course page is loaded anew', async () => {
    const context = await openContext('partitioned');
    const person = await typeHalf(context, 4, 1471);
    await person.page.reload();
    await person.press(person.shellButton('continue.go'));
    await wordBox(person.frame).waitFor();
    expect(await wordBox(person.frame).inputValue()).toBe('jard');
    await context.close();
  });

  it.each<[FrameStorage, number]>([
    ['partitioned', 1472],
    ['throws', 1473],
  ])('goes to the large window and back (storage: %s)', async (storage, activity) => {
    const context = await openContext(storage);
    const person = await typeHalf(context, 5, activity);
    const window = await openInWindow(context, person);
    await wordBox(window).waitFor();
    expect(await wordBox(window).inputValue()).toBe('jard');
    await wordBox(window).press('End');
    await wordBox(window).pressSequentially('in');
    await bringBack(person);
    await wordBox(person.frame).waitFor();
    expect(await wordBox(person.frame).inputValue()).toBe('jardin');
    await context.close();
  });
});

describe('an answer in the large window', () => {
  it('comes back with the words of the last moment', async () => {
    const context = await openContext('partitioned');
    const player = new BrowserPlayer(await context.newPage(), 'fr', 'mouse');
    await player.launch(stack, 6);
    await player.acceptNotice();
    await player.hearIntroduction();
    await player.openQuestion();
    await player.press(player.button('action.reply'));
    await player.write('Bonjour Nadia, j’arri');
    const window = await openInWindow(context, player);
    const box = window.getByRole('textbox', { name: player.word('compose.write') });
    await box.waitFor();
    expect(await box.inputValue()).toBe('Bonjour Nadia, j’arri');
    await box.fill('Bonjour Nadia, j’arrive. Merci!');
    await bringBack(player);
    await player.textBox.waitFor();
    expect(await player.textBox.inputValue()).toBe('Bonjour Nadia, j’arrive. Merci!');
    expect(await player.frame.getByRole('button', { name: mailFr['action.send'] }).isEnabled()).toBe(true);
    await context.close();
  });
});
