/** The low frame of Moodle: what was aimed at stays where it is, and what a press changed is in view. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserEn } from '../../../client/src/apps/browser/browser.en.ts';
import { browserFr } from '../../../client/src/apps/browser/browser.fr.ts';
import { mailEn } from '../../../client/src/apps/mail/mail.en.ts';
import { mailFr } from '../../../client/src/apps/mail/mail.fr.ts';
import { signInEn } from '../../../client/src/apps/sign-in/sign-in.en.ts';
import { signInFr } from '../../../client/src/apps/sign-in/sign-in.fr.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { frameSize, giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { SceneWeek } from '../../support/scene-week.ts';

const stack = setUpBrowserStack();

/** Runs in the frame, therefore as text. What follows a press is scrolled in the next frame. */
const twoFrames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

/** Whether all of an element is in its scroller and the frame, and nothing lies over its middle. */
const isInView = `((element) => {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const pane = element.closest('.app-scrolls, .actions').getBoundingClientRect();
  const on = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return top >= pane.top - 1 && bottom <= Math.min(pane.bottom, innerHeight) + 1 && on !== null && element.contains(on);
})`;

async function read<T>(page: Page, expression: string): Promise<T> {
  const frame = page.frame({ name: 'contentframe' });
  if (frame === null) throw new Error('no frame');
  await frame.evaluate(twoFrames);
  return frame.evaluate<T>(expression);
}

describe.each([
  { language: 'fr', personId: 4, activityId: 1001 },
  { language: 'en', personId: 5, activityId: 1002 },
] as const)('in a low frame in $language', ({ language, personId, activityId }) => {
  const mail = language === 'fr' ? mailFr : mailEn;
  const browser = language === 'fr' ? browserFr : browserEn;
  const signIn = language === 'fr' ? signInFr : signInEn;
  let week: SceneWeek;
  beforeAll(async () => {
    week = await SceneWeek.start(stack, stack.browser, {
      language,
      personId,
      activityId,
      scenarios: ['s01-first-login', 's02-inbox', 's07-recycling'],
      input: 'mouse',
      context: { viewport: { ...frameSize, height: 800 } },
    });
    await giveFrame(week.person.page);
  });
  afterAll(() => week.close());

  /** By the mouse alone, which scrolls nothing. @returns how far it then lies from where it was pressed, in px */
  async function pressAt(place: Locator): Promise<number> {
    const { page } = week.person;
    const before = await boxOf(place);
    await page.mouse.click(before.x + before.width / 2, before.y + before.height / 2);
    await read(page, 'null');
    const after = await boxOf(place);
    return Math.abs(after.y - before.y);
  }

  async function boxOf(place: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
    const box = await place.boundingBox();
    if (box === null) throw new Error('not shown');
    return box;
  }

  it('leaves a box where it is when it is pressed, and shows what follows once something is typed', async () => {
    await week.enter('s01-first-login');
    const { page, frame } = week.person;
    const box = frame.getByLabel(signIn['signIn.userName'], { exact: true });
    await box.waitFor();
    expect(await pressAt(box)).toBeLessThan(1);
    await page.keyboard.type('a');
    await takePicture(page, 'low-typed', language);
    expect(await read(page, `${isInView}(document.querySelector('[type="password"]'))`)).toBe(true);
    await week.skip();
  });

  it('shows who gets an answer to everybody, beside the button that sends it', async () => {
    await week.enter('s02-inbox');
    const { person } = week;
    await person.press(person.frame.locator('.list li button').filter({ hasText: 'Nadia' }).first());
    await person.press(person.named(mail['action.replyAll']));
    const to = person.frame.locator('form .actions .to');
    await to.waitFor();
    await takePicture(person.page, 'low-reply-all', language);
    expect(await to.innerText()).toMatch(/Nadia.+, .+/s);
    expect(await read(person.page, `${isInView}(document.querySelector('form .actions .to'))`)).toBe(true);
  });

  it('shows a ready-made sentence in the message, and leaves the pressed one where it is', async () => {
    const { page, frame } = week.person;
    const phrase = frame.locator('.aids details[open] li button, .aids details[open] button').first();
    expect(await pressAt(phrase)).toBeLessThan(1);
    await takePicture(page, 'low-phrase', language);
    expect(await read(page, `${isInView}(document.querySelector('.own li span'))`)).toBe(true);
    await week.skip();
  });

  it('leaves the answers of a question where they are when one is chosen', async () => {
    await week.enter('s07-recycling');
    const { person } = week;
    await person.press(person.named(browser['note.open'].replace('{name}', 'Rosa')));
    const answers = person.frame.locator('fieldset label');
    await answers.first().waitFor();
    const circle = person.frame.getByRole('radio').first();
    expect(await pressAt(circle)).toBeLessThan(1);
    expect(await circle.isChecked()).toBe(true);
    expect(await pressAt(answers.nth(2))).toBeLessThan(1);
    expect(await person.frame.getByRole('radio').nth(2).isChecked()).toBe(true);
    await takePicture(person.page, 'low-chosen', language);
  });
});
