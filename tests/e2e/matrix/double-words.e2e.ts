/** « Double » text: the words of a screen come before its title and portrait, and a scene's app before the bars. */
import type { Frame, Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { chooseTextSize, ComfortPerson } from '../../support/comfort-person.ts';
import { type FrameSize, frameSize, giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';
import { WeekPerson } from '../../support/week-person.ts';

const stack = setUpBrowserStack();

const laptop = { width: 1366, height: 518 };
const phone = { width: 390, height: 844 };

interface Lines {
  readonly all: number;
  readonly seen: number;
}

/** Runs in the page, therefore as text: lines of what somebody says, and those that neither edge nor button cuts. */
const countLines = `(() => {
  const main = document.querySelector('.actions .main');
  const sticks = [main, main.parentElement].some((part) => getComputedStyle(part).position === 'sticky');
  const end = Math.min(innerHeight, sticks ? main.getBoundingClientRect().top : innerHeight);
  const lines = new Map();
  for (const words of document.querySelectorAll('.bubble p:not(.visually-hidden)')) {
    const range = document.createRange();
    range.selectNodeContents(words);
    for (const { top, bottom } of range.getClientRects()) {
      if (top >= 0 || !lines.has(Math.round(top))) lines.set(Math.round(top), top < 0 ? Infinity : bottom);
    }
  }
  return { all: lines.size, seen: [...lines.values()].filter((bottom) => bottom <= end).length };
})()`;

/** Runs in the page, therefore as text: the part of the frame between the app's bar and the scene's own. */
const shareOfContent = `(() => {
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  const top = Math.max(box('.goal').bottom, box('.app-frame header').bottom);
  return (Math.min(box('.toolbar').top, innerHeight) - top) / innerHeight;
})()`;

async function openAt(scenario: string, size: FrameSize, id: number): Promise<WeekPerson> {
  const context = await stack.browser.newContext({
    viewport: { width: size.width, height: 900 },
    reducedMotion: 'reduce',
  });
  const person = new WeekPerson(await context.newPage(), 'fr', 'mouse');
  await addSceneActivity(stack, scenario, { id, language: 'fr' });
  await person.launch(stack, 4, id);
  await giveFrame(person.page, size);
  await chooseTextSize(person, '200');
  await person.acceptNotice();
  return person;
}

function toolOf({ page }: WeekPerson): Frame {
  const tool = page.frame({ name: 'contentframe' });
  if (tool === null) throw new Error('the page has no frame of the tool');
  return tool;
}

/** Without the scrolling that the driver does before a press. */
async function pressInPlace({ page }: WeekPerson, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('nothing to press');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

async function expectWords(person: WeekPerson, screen: string, { width }: FrameSize): Promise<void> {
  await takePicture(person.page.locator('#contentframe'), `double-words-${width}-${screen}`, 'fr');
  const { all, seen } = await toolOf(person).evaluate<Lines>(countLines);
  expect.soft(all, screen).toBeGreaterThan(0);
  expect.soft(seen, screen).toBeGreaterThanOrEqual(Math.min(all, 3));
}

it.each([
  { size: laptop, id: 1481 },
  { size: frameSize, id: 1482 },
  { size: phone, id: 1483 },
] as const)(
  'shows three lines of what is said before and after a scene, when the text is doubled in $size.width px',
  async ({ size, id }) => {
    const person = await openAt('s01-first-login', size, id);
    const next = person.shellButton('introduction.next');
    await next.waitFor();
    await expectWords(person, 'first', size);
    await person.press(next);
    await person.shellButton('introduction.back').waitFor();
    await expectWords(person, 'second', size);
    await person.hearIntroduction();
    await person.frame.locator('.app-frame').waitFor();
    await takePicture(person.page.locator('#contentframe'), `double-words-${size.width}-scene`, 'fr');
    await person.finishScene();
    await person.shellButton('end.next').waitFor();
    await expectWords(person, 'end', size);
    await person.page.context().close();
  },
);

it.each([
  { scenario: 's01-first-login', size: laptop, least: 0.5, id: 1484 },
  // Two lines of the goal are a quarter of it.
  { scenario: 's01-first-login', size: frameSize, least: 0.42, id: 1485 },
  { scenario: 's00-welcome', size: laptop, least: 0.6, id: 1486 },
] as const)(
  'leaves $least of the frame to the app of $scenario, and opens « Plus » over it, when the text is doubled in $size.width px',
  async ({ scenario, size, least, id }) => {
    const person = await openAt(scenario, size, id);
    await person.hearIntroduction();
    await person.frame.locator('.app-frame').waitFor();
    await takePicture(person.page.locator('#contentframe'), `double-app-${scenario}-${size.width}`, 'fr');
    const tool = toolOf(person);
    expect.soft(await tool.evaluate<number>(shareOfContent)).toBeGreaterThanOrEqual(least);
    await pressInPlace(person, person.shellButton('tool.more'));
    await person.frame.getByRole('menu').waitFor();
    await takePicture(person.page.locator('#contentframe'), `double-menu-${scenario}-${size.width}`, 'fr');
    expect(await tool.evaluate<number>('scrollY'), 'menu').toBe(0);
    const items = await person.frame.getByRole('menuitem').allInnerTexts();
    const [help, own] = [person.say('tool.help'), person.say('window.open')];
    expect(items.map((item) => item.trim()).filter((item) => item === help || item === own)).toEqual([
      help,
      own,
    ]);
    await person.page.keyboard.press('End');
    expect(await tool.evaluate<number>('scrollY'), 'end of the menu').toBe(0);
    await person.page.keyboard.press('Escape');
    expect(await tool.evaluate<number>('scrollY'), 'menu closed').toBe(0);
    await person.page.context().close();
  },
);

it.each([
  { size: laptop, id: 1487 },
  { size: frameSize, id: 1488 },
] as const)('keeps the chosen text size in view in its dialog in $size.width px', async ({ size, id }) => {
  const context = await stack.browser.newContext({
    viewport: { width: size.width, height: 900 },
    reducedMotion: 'reduce',
  });
  const person = new ComfortPerson(await context.newPage(), 'fr', 'mouse');
  await addSceneActivity(stack, 's01-first-login', { id, language: 'fr' });
  await person.launch(stack, 5, id);
  await giveFrame(person.page, size);
  await person.openComfort();
  await person.choose('comfort.text-size', 'comfort.text-size.200');
  await takePicture(person.page.locator('#contentframe'), `double-chosen-${size.width}`, 'fr');
  const frame = await person.page.locator('#contentframe').boundingBox();
  const chosen = await person.settings.locator('label.chosen').first().boundingBox();
  if (frame === null || chosen === null) throw new Error('no box');
  expect(chosen.y).toBeGreaterThan(frame.y);
  expect(chosen.y + chosen.height).toBeLessThanOrEqual(frame.y + frame.height);
  await context.close();
});
