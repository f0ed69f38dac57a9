/** The low frame of Moodle, during a play: what answers a press is in view, and so is the keyboard's focus. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sheetEn } from '../../../client/src/apps/sheet/sheet.en.ts';
import { sheetFr } from '../../../client/src/apps/sheet/sheet.fr.ts';
import { BrowserPlayer } from '../../support/browser-player.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { findHiddenFocus } from '../../support/focus-sight.ts';
import { frameSize, giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import type { See } from '../../support/scene-paths/scene-path.ts';
import { scenePaths } from '../../support/scene-paths/scene-paths.ts';
import { SceneWeek } from '../../support/scene-week.ts';

const scenarios = ['s02-inbox', 's04-schedule', 's05-parcel', 's06-hiring-form', 's07-recycling'];

const stack = setUpBrowserStack();

/** Runs in the frame, therefore as text: whether all of an element is in it, and nothing lies over its middle. */
const isInView = `(element) => {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const on = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return top >= 0 && bottom <= innerHeight && on !== null && element.contains(on);
}`;

/** Whole rows of people between the titles and the total. */
const rowsInView = `(() => {
  const boxOf = (row) => document.querySelector('[role="grid"] tbody ' + row + ' td').getBoundingClientRect();
  const from = boxOf('.titles').bottom - 1;
  const to = Math.min(boxOf('.total').top + 1, innerHeight);
  return [...document.querySelectorAll('[role="grid"] tbody tr:not(.titles, .total) td:nth-of-type(1)')]
    .filter((cell) => cell.getBoundingClientRect().top >= from && cell.getBoundingClientRect().bottom <= to).length;
})()`;

const waysToSortOutOfView = `[...document.querySelectorAll('dialog[open] label')]
  .filter((label) => !(${isInView})(label)).map((label) => label.textContent.trim())`;

/** How far, in px, the last tab of an app lies over the sentence in the bar of the app. */
const tabsOverAnswer = `(() => {
  const right = Math.max(...[...document.querySelectorAll('.desktop nav button')].map((tab) => tab.getBoundingClientRect().right));
  return right - document.querySelector('.desktop header .said').getBoundingClientRect().left;
})()`;

/** In px: side by side they are the same. */
const legendTops = `[...document.querySelectorAll('.desktop legend')]
  .map((legend) => Math.round(legend.getBoundingClientRect().top))`;

/** In px. */
const sidewaysOfTable = `(() => {
  const { scrollWidth, clientWidth } = document.querySelector('.table');
  return scrollWidth - clientWidth;
})()`;

function read(page: Page, expression: string): Promise<unknown> {
  return page.frame({ name: 'contentframe' })?.evaluate(expression) ?? Promise.resolve(null);
}

function expectInView(page: Page, selector: string): Promise<void> {
  const look = (): Promise<unknown> => read(page, `(${isInView})(document.querySelector('${selector}'))`);
  return expect.poll(look, { timeout: 10_000, message: selector }).toBe(true);
}

describe.each([
  { language: 'fr', personId: 4, activityId: 1001 },
  { language: 'en', personId: 5, activityId: 1002 },
] as const)('in a low frame in $language', ({ language, personId, activityId }) => {
  const sheet = language === 'fr' ? sheetFr : sheetEn;
  let week: SceneWeek;
  beforeAll(async () => {
    week = await SceneWeek.start(stack, stack.browser, {
      language,
      personId,
      activityId,
      scenarios,
      input: 'mouse',
      context: { viewport: { ...frameSize, height: 800 } },
    });
    await giveFrame(week.person.page);
  });
  afterAll(() => week.close());

  /** Plays a scene to its end. */
  async function play(scenario: string, see: See = () => Promise.resolve()): Promise<void> {
    const path = scenePaths.find((one) => one.scenario === scenario);
    if (path === undefined) throw new Error(`no path through ${scenario}`);
    const look: See = async (screen) => {
      await takePicture(week.person.page, `low-${scenario}-${screen}`, language);
      await see(screen);
    };
    await week.enter(scenario);
    await look('start');
    await path.play(week.person, look);
    await week.person.finishScene();
    await week.person.backToMap();
  }

  it('shows where an attachment was saved', async () => {
    await play('s02-inbox', async (screen) => {
      if (screen === 'saved') await expectInView(week.person.page, '.saved');
    });
  });

  it('shows three whole rows of the table, also beside a sentence, and its whole width', async () => {
    await week.enter('s04-schedule');
    const { frame, page } = week.person;
    const cell = (line: number, column: number): Locator =>
      frame.getByRole('grid').locator('tbody tr').nth(line).locator('td').nth(column);
    const expectRows = async (screen: string, least = 3): Promise<void> => {
      await takePicture(page, `low-s04-${screen}`, language);
      expect(await read(page, rowsInView), screen).toBeGreaterThanOrEqual(least);
    };
    await cell(1, 0).waitFor();
    expect(await read(page, sidewaysOfTable)).toBe(0);
    await expectRows('table');
    await week.person.press(week.person.named(sheet['action.sum']));
    await frame.getByText(sheet['said.nothingToSum']).first().waitFor();
    await expectRows('hint');
    await cell(3, 1).click();
    await week.person.press(week.person.named(sheet['action.flag']));
    await week.person.named(sheet['action.unflag']).waitFor();
    await expectRows('flag');
    await expectInView(page, '[role="grid"] .flagged td');
    await week.person.press(week.person.shellButton('tool.help'));
    await frame.locator('#help-title').waitFor();
    await expectRows('help', 2);
    await week.person.press(week.person.shellButton('tool.help'));
    await frame.locator('#help-title').waitFor({ state: 'detached' });
    await cell(2, 3).click();
    await page.keyboard.type('=x');
    await page.keyboard.press('Enter');
    await frame.locator('.why').filter({ hasText: /./ }).waitFor();
    await expectInView(page, '.why');
    await expectRows('problem');
    await page.keyboard.press('Escape');
  });

  it('says in place of its last note that « Annuler » took something back', async () => {
    const { frame } = week.person;
    const note = frame.locator('.desktop header .said').first();
    expect(await note.innerText()).not.toContain(week.person.word('said.undone'));
    await week.person.press(week.person.shellButton('tool.undo'));
    await note.filter({ hasText: week.person.word('said.undone') }).waitFor();
    await frame.locator('[role="grid"] .flagged').waitFor({ state: 'detached' });
  });

  it('shows every way to sort the table, also beside a note', async () => {
    const { frame, page } = week.person;
    await week.person.press(week.person.named(sheet['action.sort']));
    const dialog = frame.getByRole('dialog');
    await dialog.waitFor();
    await takePicture(page, 'low-s04-sort', language);
    expect(await read(page, waysToSortOutOfView)).toEqual([]);
    await dialog.getByRole('button', { name: sheet['sort.confirm'] }).click();
    await dialog.getByRole('alert').filter({ hasText: /./ }).waitFor();
    await takePicture(page, 'low-s04-sort-note', language);
    await expectInView(page, 'dialog[open] [role="alert"]');
    expect(await read(page, waysToSortOutOfView)).toEqual([]);
    await page.keyboard.press('Escape');
    await week.skip();
  });

  it('says beside the tabs of the apps what was done', async () => {
    const { page } = week.person;
    let seen = 0;
    await play('s05-parcel', async (screen) => {
      if (screen !== 'text-reported') return;
      seen += 1;
      expect(await read(page, tabsOverAnswer)).toBeLessThanOrEqual(0);
    });
    expect(seen).toBe(1);
  });

  it('shows the way to the form and the ways to keep its number, where the keyboard is, and moves by the wheel', async () => {
    let hidden: string[] = [];
    const { page } = week.person;
    await play('s06-hiring-form', async (screen) => {
      if (screen === 'start') await expectInView(page, '.note .link button');
      if (screen === 'sent') {
        for (const part of ['.sent h3', '.sent strong', '.keep button']) await expectInView(page, part);
      }
      if (screen !== 'form') return;
      hidden = await findHiddenFocus(week.person, 40);
      await week.person.frame.locator('.page').hover({ position: { x: 20, y: 20 } });
      await week.person.page.mouse.wheel(0, -5_000);
      await expectScrolled((top) => top === 0);
      await week.person.page.mouse.wheel(0, 200);
      await expectScrolled((top) => top > 0);
    });
    expect(hidden).toEqual([]);
  });

  function expectScrolled(isThere: (top: number) => boolean): Promise<void> {
    const top = (): Promise<unknown> => read(week.person.page, `document.querySelector('.rest').scrollTop`);
    return expect.poll(top, { timeout: 10_000 }).toSatisfy(isThere);
  }

  it('shows both questions of the answer', async () => {
    let tops: unknown = null;
    await play('s07-recycling', async (screen) => {
      if (screen === 'answer') tops = await read(week.person.page, legendTops);
    });
    expect(tops).toHaveLength(2);
    expect(new Set(tops as number[]).size).toBe(1);
  });

  it('shows at the end what happens with the result', async () => {
    const { person } = week;
    await person.press(person.goOn.or(person.named(person.say('end.next'))).first());
    await person.frame.getByRole('heading', { name: person.say('finished.title') }).waitFor();
    await takePicture(person.page, 'low-finished', language);
    await expectInView(person.page, '.words > p:last-of-type');
    await expectInView(person.page, '.main > .button');
  });
});

it.each([
  ['fr', 6],
  ['en', 7],
] as const)('shows the welcome with its picture in a low frame in %s', async (language, personId) => {
  const context = await stack.browser.newContext({ viewport: { ...frameSize, height: 800 } });
  const player = new BrowserPlayer(await context.newPage(), language, 'mouse');
  await player.launch(stack, personId);
  await giveFrame(player.page);
  await player.press(player.shellButton('notice.accept'));
  await player.shellButton('welcome.go').waitFor();
  await takePicture(player.page, 'low-welcome', language);
  for (const part of ['.scenery > svg', '.lead', '.main > .button']) await expectInView(player.page, part);
  await context.close();
});
