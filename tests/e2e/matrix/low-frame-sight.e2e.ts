/** The low frame of Moodle: what a person came to read is in view, and no menu opens under the pointer. */
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesEn } from '../../../client/src/apps/files/files.en.ts';
import { filesFr } from '../../../client/src/apps/files/files.fr.ts';
import { launchBrowser } from '../../support/browser.ts';
import { frameSize, giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { findHidden, lookAt } from '../../support/sight.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { WeekPerson } from '../../support/week-person.ts';

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  stack = await startStack({ forBrowser: true });
  browser = await launchBrowser('partitioned');
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});

/** All scripts run in the frame, therefore as text. Words that the bar of the main button covers, or the frame cuts. */
const coveredWords = `(() => {
  const top = document.querySelector('.app header').getBoundingClientRect().bottom;
  const bottom = document.querySelector('main .actions').getBoundingClientRect().top;
  return [...document.querySelectorAll('main :is(li, p):not(:empty, .actions *)')]
    .filter((one) => one.getBoundingClientRect().top < top || one.getBoundingClientRect().bottom > bottom + 1)
    .map((one) => one.textContent.trim());
})()`;

/** Whether the button that was pressed still lies under the pointer. */
const isPressedStill = `([x, y]) => {
  const on = document.elementFromPoint(x, y)?.closest('button');
  return on?.getAttribute('aria-expanded') === 'true';
}`;

/** Lines of a message's words that are in view. */
const linesInView = `(() => {
  const view = document.querySelector('article .app-scrolls').getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(document.querySelector('article .body'));
  const bottoms = [...range.getClientRects()].filter(({ width }) => width > 1).map(({ bottom }) => Math.round(bottom));
  return new Set(bottoms.filter((bottom) => bottom <= Math.min(view.bottom, innerHeight))).size;
})()`;

/** In lines of text. */
const roomOfMessage = `(() => {
  const view = document.querySelector('article .app-scrolls');
  return view.clientHeight / parseFloat(getComputedStyle(view).lineHeight);
})()`;

/** Their scrollbars would leave the corners. */
const roundScrollers = `[...document.querySelectorAll('dialog[open], dialog[open] *')]
  .filter((one) => one.scrollHeight > one.clientHeight + 1)
  .filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowY) && getComputedStyle(one).borderRadius !== '0px')
  .map((one) => one.className || one.tagName)`;

const words = { fr: filesFr, en: filesEn };

describe.each([
  { language: 'fr', personId: 4, activityId: 1601 },
  { language: 'en', personId: 5, activityId: 1602 },
] as const)('in a low frame in $language', ({ language, personId, activityId }) => {
  let person: WeekPerson;
  beforeAll(async () => {
    await stack.lms.control({
      command: 'addActivity',
      cmid: activityId,
      courseId: language === 'fr' ? 2 : 3,
      title: 'Semaine',
      custom: { numplus_form: 'first-week', numplus_scenes: 's03-tidy,s05-parcel' },
    });
    const context = await browser.newContext({
      viewport: { ...frameSize, height: 800 },
      reducedMotion: 'reduce',
    });
    person = new WeekPerson(await context.newPage(), language, 'mouse');
    await person.launch(stack, personId, activityId);
  });
  afterAll(() => person.page.context().close());

  function read<Value>(expression: string): Promise<Value> {
    const frame = person.page.frame({ name: 'contentframe' });
    if (frame === null) throw new Error('the page has no frame of the tool');
    return frame.evaluate<Value>(expression);
  }

  async function see(name: string): Promise<void> {
    await takePicture(person.page.locator('#contentframe'), `sight-${name}`, language);
  }

  it.each([409, 380])('shows every promise of the notice at a height of %i px', async (height) => {
    await person.shellButton('notice.accept').waitFor();
    await giveFrame(person.page, { ...frameSize, height });
    await see(`notice-${String(height)}`);
    await expect.poll(() => read(coveredWords), { timeout: 10_000 }).toEqual([]);
  });

  it('opens the menu of a file beside the pointer and moves nothing under it', async () => {
    await giveFrame(person.page);
    await person.acceptNotice();
    await person.map.waitFor();
    await person.enterScene();
    const actions = person.frame.getByRole('button', {
      name: new RegExp(`^${words[language]['row.actions']}`),
    });
    for (const nth of [0, 1, 2]) {
      const button = actions.nth(nth);
      await button.scrollIntoViewIfNeeded();
      const point = await middleOf(button);
      const before = await read<number>(`document.querySelector('.list').scrollTop`);
      await person.page.mouse.click(...point);
      await person.frame.getByRole('menu').waitFor();
      await see(`menu-${String(nth)}`);
      const inFrame = await frameOffset();
      const [x, y] = [point[0] - inFrame[0], point[1] - inFrame[1]];
      expect(await read(`(${isPressedStill})([${String(x)}, ${String(y)}])`)).toBe(true);
      expect(await read(`document.querySelector('.list').scrollTop`)).toBe(before);
      await person.page.mouse.click(...point);
      await person.frame.getByRole('menu').waitFor({ state: 'detached' });
    }
  });

  it('opens the menu of a file at the pointer by a right click, whole within the frame', async () => {
    const rows = person.frame.locator('[data-row]');
    for (const nth of [0, 2]) {
      const row = rows.nth(nth);
      await row.scrollIntoViewIfNeeded();
      const box = await row.boundingBox();
      if (box === null) throw new Error('the row is not in the page');
      const [x, y] = [box.x + 40, box.y + box.height / 2];
      await person.page.mouse.click(x, y, { button: 'right' });
      const menu = person.frame.getByRole('menu');
      await menu.waitFor();
      await see(`pointer-menu-${String(nth)}`);
      const shown = await menu.boundingBox();
      const frame = await person.page.locator('#contentframe').boundingBox();
      if (shown === null || frame === null) throw new Error('the menu is not in the page');
      const gap = (at: number, start: number, length: number): number =>
        Math.max(start - at, at - start - length, 0);
      expect(gap(x, shown.x, shown.width)).toBeLessThanOrEqual(12);
      expect(gap(y, shown.y, shown.height)).toBeLessThanOrEqual(12);
      expect(shown.y).toBeGreaterThanOrEqual(frame.y);
      // Half a pixel of the border may lie outside.
      expect(shown.y + shown.height).toBeLessThanOrEqual(frame.y + frame.height + 1);
      await person.page.keyboard.press('Escape');
      await menu.waitFor({ state: 'detached' });
    }
  });

  it('shows the trash below the folders that scroll, and then the whole menu that sorts it', async () => {
    const { frame } = person;
    const trash = frame.getByRole('button', { name: words[language]['place.trash'] }).first();
    const tool = person.page.frame({ name: 'contentframe' });
    if (tool === null) throw new Error('the page has no frame of the tool');
    expect(await findHidden(tool, trash)).toBeNull();
    await person.press(trash);
    await person.press(frame.getByRole('button', { name: /^(Trier|Sort)/ }));
    await frame.getByRole('menu').waitFor();
    await see('sort-trash');
    expect((await lookAt(tool)).faults.filter((fault) => fault.includes('menu'))).toEqual([]);
    expect(await read(`document.querySelector('.list').scrollLeft`)).toBe(0);
    await person.page.keyboard.press('Escape');
  });

  it('shows every word to a person who comes back', async () => {
    await person.launch(stack, personId, activityId);
    await person.shellButton('continue.go').waitFor();
    await giveFrame(person.page);
    await see('continue');
    const said = await person.frame.locator('main').innerText();
    expect(said).toContain(person.say('continue.1'));
    expect(said).not.toContain(person.say('continue.2'));
    expect(await read(coveredWords)).toEqual([]);
  });

  it('shows the first words of a message that opens', async () => {
    await person.press(person.shellButton('continue.go'));
    await person.skipScene();
    await person.backToMap();
    await person.enterScene();
    const rows = person.frame.locator('.list [data-row]');
    await rows.first().waitFor();
    for (let nth = 0; nth < (await rows.count()); nth += 1) {
      await person.press(rows.nth(nth));
      await rows.nth(nth).and(person.frame.locator('[aria-current]')).waitFor();
      await see(`message-${String(nth)}`);
      expect(await read(linesInView)).toBeGreaterThanOrEqual(2);
    }
  });

  it('keeps the scrollbar of a dialog inside its round corners', async () => {
    await person.press(person.shellButton('bar.comfort'));
    await person.frame.getByRole('dialog').waitFor();
    expect(await read(roundScrollers)).toEqual([]);
  });

  it('leaves room for a message in larger text', async () => {
    await person.press(person.frame.locator('label:has([type="radio"][value="125"])'));
    await person.page.keyboard.press('Escape');
    await person.frame.getByRole('dialog').waitFor({ state: 'detached' });
    await person.frame.getByRole('article').waitFor();
    await see('larger-message');
    expect(await read(roomOfMessage)).toBeGreaterThan(4);
  });

  /** On the page, in px. */
  async function middleOf(target: Locator): Promise<[number, number]> {
    const box = await target.boundingBox();
    if (box === null) throw new Error('not shown');
    return [box.x + box.width / 2, box.y + box.height / 2];
  }

  async function frameOffset(): Promise<[number, number]> {
    const box = await person.page.locator('#contentframe').boundingBox();
    return [box?.x ?? 0, box?.y ?? 0];
  }
});
