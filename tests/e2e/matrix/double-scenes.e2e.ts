/** Scenes in large text: wherever the page is scrolled, the tools stay in sight, and the app is never an empty screen. */
import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { chooseTextSize } from '../../support/comfort-person.ts';
import { findHiddenFocus } from '../../support/focus-sight.ts';
import { type FrameSize, frameSize, giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';
import { scenePaths } from '../../support/scene-paths/scene-paths.ts';
import { WeekPerson } from '../../support/week-person.ts';

/** Runs in the page, therefore as text: what is wrong at each place that the page can be scrolled to. */
const findFaults = `(async () => {
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  const controls = 'input, textarea, button, svg';
  const words = '.desktop :is(p, h2, h3, li, span, ' + controls + ')';
  /** Whether 12 px of it are seen between two heights. */
  const isSeen = (part, from, to) => {
    let [top, bottom] = [from, to];
    for (let up = part.parentElement; up.matches('.desktop *'); up = up.parentElement) {
      if (getComputedStyle(up).overflowY === 'visible') continue;
      const view = up.getBoundingClientRect();
      [top, bottom] = [Math.max(top, view.top), Math.min(bottom, view.bottom)];
    }
    const range = document.createRange();
    range.selectNodeContents(part);
    const lines = part.matches(controls) ? part.getClientRects() : range.getClientRects();
    return [...lines].some(
      (line) => line.width > 1 && Math.min(line.bottom, bottom) - Math.max(line.top, top) >= 12);
  };
  const faults = [];
  const end = document.documentElement.scrollHeight - innerHeight;
  for (let to = 0, isEnd = false; !isEnd; to += 100) {
    isEnd = to >= end;
    scrollTo({ top: to, behavior: 'instant' });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const place = 'at ' + Math.min(to, end) + ' of ' + end + ' px ';
    for (const tool of ['.done button', '[data-tool="more"] button']) {
      const { top, bottom } = box(tool);
      if (top < 0 || bottom > innerHeight + 1) faults.push(place + tool + ' is out of sight');
    }
    const [top, bottom] = [Math.max(box('.goal').bottom, 0), Math.min(box('.toolbar').top, innerHeight)];
    const parts = [...document.querySelectorAll(words)].filter((part) => part.checkVisibility());
    if (!parts.some((part) => isSeen(part, top, bottom))) faults.push(place + 'the app is empty');
  }
  scrollTo({ top: 0, behavior: 'instant' });
  return faults;
})()`;

/** Runs in the frame, therefore as text. */
const redrawn = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))`;

const stack = setUpBrowserStack();

/** The same frame in a browser's zoom of 200 %. */
const zoomed = { width: Math.floor(frameSize.width / 2), height: Math.floor(frameSize.height / 2) };
const phone = { width: 390, height: 844 };
const lying = { width: 640, height: 360 };

async function giveSize(person: WeekPerson, size: FrameSize): Promise<Frame> {
  const { page } = person;
  if (size === zoomed || size === lying) {
    // A course page gives no frame as low as this.
    await page.setViewportSize({ width: size.width, height: 700 });
    await page.evaluate(`document.getElementById('contentframe').style.flex = '0 0 ${size.height}px'`);
  } else await giveFrame(page, size);
  const tool = page.frame({ name: 'contentframe' });
  if (tool === null) throw new Error('the page has no frame of the tool');
  // The tools move to another place.
  await tool.evaluate(redrawn);
  return tool;
}

it.each([
  { scenario: 's00-welcome', plays: true, id: 1471 },
  { scenario: 's01-first-login', plays: false, id: 1472 },
  { scenario: 's02-inbox', plays: false, id: 1473 },
  { scenario: 's03-tidy', plays: false, id: 1474 },
  { scenario: 's06-hiring-form', plays: false, id: 1475 },
] as const)(
  'keeps the tools of $scenario in sight, and no screen empty, when the text is large',
  async ({ scenario, plays, id }) => {
    const context = await stack.browser.newContext({
      viewport: { width: frameSize.width, height: 900 },
      reducedMotion: 'reduce',
    });
    const person = new WeekPerson(await context.newPage(), 'fr', 'mouse');
    await addSceneActivity(stack, scenario, { id, language: 'fr' });
    await person.launch(stack, 4, id);
    await person.acceptNotice();
    await person.hearIntroduction();
    await person.frame.locator('.app-frame').waitFor();
    const path = scenePaths.find((one) => one.scenario === scenario);
    // Its last step has the text made larger: what stands there then is short.
    if (plays) await path?.play(person, () => Promise.resolve());
    for (const { text, size } of [
      { text: '200', size: frameSize },
      { text: '150', size: frameSize },
      { text: '200', size: phone },
      { text: '200', size: lying },
      { text: '100', size: zoomed },
    ] as const) {
      await chooseTextSize(person, text);
      const tool = await giveSize(person, size);
      const name = `${text} % in ${size.width} × ${size.height}`;
      await takePicture(person.page.locator('#contentframe'), `double-scenes-${scenario}-${text}`, 'fr');
      expect.soft(await tool.evaluate<string[]>(findFaults), name).toEqual([]);
      expect.soft(await person.sidewaysOverflow(), name).toBe(0);
      if (size !== phone) expect.soft(await findHiddenFocus(person, 20), name).toEqual([]);
    }
    await context.close();
  },
);
