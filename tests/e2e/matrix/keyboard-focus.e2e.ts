/** What somebody without a mouse relies on in the low frame of Moodle: the focus is never lost, tools can be passed. */
import { afterEach, expect, it } from 'vitest';
import { phoneFr } from '../../../client/src/apps/phone/phone.fr.ts';
import { sheetFr } from '../../../client/src/apps/sheet/sheet.fr.ts';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { BrowserPerson } from '../../support/browser-person.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { frameSize, giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';

const stack = setUpBrowserStack();
let person: BrowserPerson;

async function begin(scenario: string, id: number): Promise<void> {
  const activityId = await addSceneActivity(stack, scenario, { id, language: 'fr' });
  const context = await stack.browser.newContext({
    viewport: { width: frameSize.width, height: 900 },
    reducedMotion: 'reduce',
  });
  person = new BrowserPerson(await context.newPage(), 'fr', 'keyboard');
  await person.launch(stack, 4, activityId);
  await giveFrame(person.page, frameSize);
  await person.acceptNotice();
  await person.hearIntroduction();
}

/** Runs in the frame, therefore as text. */
const readFocus = `(document.activeElement?.textContent || document.activeElement?.getAttribute('aria-label')
  || document.activeElement?.tagName || '').trim()`;

async function focused(): Promise<string> {
  return (await person.page.frame({ name: 'contentframe' })?.evaluate<string>(readFocus)) ?? '';
}

afterEach(async () => {
  await person.page.context().close();
});

it('the focus stays in its place when a message is deleted by keyboard', async () => {
  await begin('s01-first-login', 4401);
  await person.press(person.appButton('phone'));
  await person.press(person.frame.getByRole('button', { name: /^Nadia/u }));
  await person.press(person.frame.getByRole('button', { name: /^Supprimer/u }).first());
  await expect.poll(focused).toBe(phoneFr['message.deleted']);
});

it('Tab leads from the formula bar to the buttons that end typing', async () => {
  await begin('s04-schedule', 4402);
  await person.frame.getByRole('gridcell').first().focus();
  await person.frame.locator('.bar input').focus();
  await person.page.keyboard.press('Tab');
  await expect.poll(focused).toBe(sheetFr['action.confirm']);
  await person.page.keyboard.press('Tab');
  await expect.poll(focused).toBe(sheetFr['action.leave']);
  await person.page.keyboard.press('Enter');
  await expect
    .poll(() => person.frame.getByRole('button', { name: sheetFr['action.leave'] }).count())
    .toBe(0);
});

it('the first press of Tab in a scene offers the way past the tools, and Ctrl+Z takes an action back', async () => {
  await begin('s01-first-login', 4403);
  await person.page.keyboard.press('Tab');
  await expect.poll(focused).toBe(shellFr['scene.toScreen']);
  await takePicture(person.page.locator('#contentframe'), 'pass-tools', 'fr');
  await person.page.keyboard.press('Enter');
  await person.page.keyboard.press('Tab');
  await expect.poll(focused).not.toBe(shellFr['tool.help']);
  const screen = person.frame.getByRole('region', { name: shellFr['scene.screen'] });
  await expect.poll(() => screen.locator(':focus').count()).toBe(1);
  await person.press(person.appButton('phone'));
  await person.press(person.frame.getByRole('button', { name: /^Nadia/u }));
  await person.press(person.frame.getByRole('button', { name: /^Supprimer/u }).first());
  await expect.poll(focused).toBe(phoneFr['message.deleted']);
  await person.page.keyboard.press('Control+z');
  await person.frame
    .getByRole('button', { name: /^Supprimer/u })
    .first()
    .waitFor();
});
