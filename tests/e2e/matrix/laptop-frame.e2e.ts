/** The frame of an LMS in a full window of a common laptop: wide, and a little higher than the low frame. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { chooseTextSize } from '../../support/comfort-person.ts';
import { giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { SceneWeek } from '../../support/scene-week.ts';

const laptop = { width: 1366, height: 517 };

const stack = setUpBrowserStack();

/** All scripts run in the frame, therefore as text. How far the list of things lies from its top, in px. */
const listScroll = `document.querySelector('.step .app-scrolls').scrollTop`;

/** Whether the title of the page is whole, or out of sight. */
const isTitleWhole = `(() => {
  const { top, bottom } = document.querySelector('h1').getBoundingClientRect();
  return top >= 0 || bottom <= 0;
})()`;

/** Sentences of help that its own buttons cover, or that the edge cuts before the person scrolls. */
const cutWords = `(() => {
  const panel = document.querySelector('.help').getBoundingClientRect();
  const buttons = document.querySelector('.help .choices').getBoundingClientRect();
  return [...document.querySelectorAll('#help-words :is(p, li)')]
    .filter((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return bottom > Math.min(panel.bottom, innerHeight) + 1 || (bottom > buttons.top + 1 && top < buttons.bottom);
    })
    .map((one) => one.textContent.trim());
})()`;

/** Answers to what help costs that are not wholly in the panel. */
const answersOutOfView = `[...document.querySelectorAll('.help .choices button')]
  .filter((one) => one.getBoundingClientRect().bottom > Math.min(innerHeight, document.querySelector('.help').getBoundingClientRect().bottom) + 1)
  .map((one) => one.textContent.trim())`;

const sidewaysLists = `[...document.querySelectorAll('.app-frame *')]
  .filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.className)`;

/** In px: how much of the first button's word the hand of help lies over. */
const markOverWord = `(() => {
  const mark = document.querySelector('.bar .mark').getBoundingClientRect();
  const word = document.querySelector('[data-help="mail:reply"] .word').getBoundingClientRect();
  return Math.max(0, mark.bottom - word.top - word.height / 4);
})()`;

/** Tools that are not wholly in the frame. */
const toolsOutOfView = `[...document.querySelectorAll('.toolbar button')]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height > 1)
  .filter((one) => one.getBoundingClientRect().top < 0 || one.getBoundingClientRect().bottom > innerHeight)
  .map((one) => one.textContent.trim())`;

async function read<Value>(page: Page, expression: string): Promise<Value> {
  const frame = page.frame({ name: 'contentframe' });
  if (frame === null) throw new Error('the page has no frame of the tool');
  return frame.evaluate<Value>(expression);
}

describe.each([
  { language: 'fr', personId: 4, activityId: 1701 },
  { language: 'en', personId: 5, activityId: 1702 },
] as const)('in the frame of a laptop in $language', ({ language, personId, activityId }) => {
  let week: SceneWeek;
  beforeAll(async () => {
    week = await SceneWeek.start(stack, stack.browser, {
      language,
      personId,
      activityId,
      scenarios: ['s00-welcome', 's02-inbox'],
      input: 'mouse',
      context: { viewport: { width: laptop.width, height: 657 } },
    });
    await giveFrame(week.person.page, laptop);
  });
  afterAll(() => week.close());

  const see = (name: string): Promise<void> =>
    takePicture(week.person.page.locator('#contentframe'), `laptop-${name}`, language);

  /** Opens the questions of help at their list. */
  async function askHelp(nth: number): Promise<void> {
    const { person } = week;
    const { frame } = person;
    if (!(await frame.locator('#help-title').isVisible()))
      await person.press(person.shellButton('tool.help'));
    const others = person.named(person.say('help.others'));
    if (await others.isVisible()) await person.press(others);
    await person.press(frame.locator('.topic').nth(nth));
  }

  /** From the first step of a question to the last, with what it costs. */
  async function readHelp(size: string): Promise<void> {
    const { person } = week;
    await askHelp(0);
    for (const [name, key] of [
      ['say', 'help.where'],
      ['where', 'help.how'],
      ['cost', 'help.how.yes'],
    ] as const) {
      const next = person.named(person.say(key));
      await next.waitFor();
      await see(`help-${name}-${size}`);
      expect.soft(await read(person.page, cutWords), `${name} ${size}`).toEqual([]);
      expect.soft(await read(person.page, sidewaysLists), `${name} ${size}`).toEqual([]);
      if (key === 'help.how.yes') expect.soft(await read(person.page, answersOutOfView), size).toEqual([]);
      await person.press(next);
    }
    await person.frame.getByText(person.say('help.how.steps')).waitFor();
    await see(`help-how-${size}`);
    expect.soft(await read(person.page, cutWords), `how ${size}`).toEqual([]);
  }

  it('never shows half of a title on the map', async () => {
    await week.person.map.waitFor();
    await see('map');
    expect(await read(week.person.page, isTitleWhole)).toBe(true);
  });

  it('opens a long list at its top', async () => {
    await week.enter('s00-welcome');
    await week.person.press(week.person.named(language === 'fr' ? 'La tasse' : 'The mug'));
    await week.person.frame.locator('.step .app-scrolls').waitFor();
    await week.person.page.waitForFunction('new Promise((done) => requestAnimationFrame(() => done(true)))');
    await see('list');
    expect(await read(week.person.page, listScroll)).toBe(0);
  });

  it('never shows half of a title at the end of a day', async () => {
    await week.skip();
    await week.person.map.waitFor();
    await see('map-later');
    expect(await read(week.person.page, isTitleWhole)).toBe(true);
  });

  it('opens the phrases at their first group', async () => {
    const { person } = week;
    await week.enter('s02-inbox');
    await person.openQuestion();
    await person.press(person.frame.locator('[data-help="mail:reply"] button'));
    await person.frame.getByRole('textbox').waitFor();
    await person.page.waitForFunction('new Promise((done) => requestAnimationFrame(() => done(true)))');
    await see('phrases');
    expect(await read(person.page, `document.querySelector('.aids').scrollTop`)).toBe(0);
  });

  it('shows every word of help beside its buttons', async () => {
    await readHelp('100');
  });

  it('shows what help costs in larger text too', async () => {
    await chooseTextSize(week.person, '125');
    await readHelp('125');
  });

  it('points at a button without covering its word', async () => {
    const { person } = week;
    await person.press(person.named(person.say('help.close')));
    await chooseTextSize(person, '100');
    await person.openQuestion();
    for (let nth = 0; nth < 4; nth += 1) {
      await askHelp(nth);
      await person.press(person.named(person.say('help.where')));
      if (await person.frame.locator('.bar .mark').isVisible()) break;
    }
    await see('hand');
    expect(await read(person.page, markOverWord)).toBe(0);
  });

  it('keeps the tools in sight in double text', async () => {
    const { person } = week;
    await person.press(person.named(person.say('help.close')));
    await chooseTextSize(person, '200');
    await see('double');
    expect(await read(person.page, toolsOutOfView)).toEqual([]);
  });

  it('shows in double text how to go on, to a person who comes back', async () => {
    const { person } = week;
    await person.launch(stack, personId, activityId);
    await giveFrame(person.page, laptop);
    const goOn = person.shellButton('continue.go');
    await goOn.waitFor();
    await see('double-continue');
    const box = await goOn.boundingBox();
    const frame = await person.page.locator('#contentframe').boundingBox();
    if (box === null || frame === null) throw new Error('not shown');
    expect(box.y + box.height).toBeLessThanOrEqual(frame.y + frame.height + 1);
  });
});
