/** A learner plays six scored scenes by hand, reads the report in both languages and prints it. */
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportEn } from '../../../client/src/i18n/catalogues/report.en.ts';
import { reportFr } from '../../../client/src/i18n/catalogues/report.fr.ts';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { findViolations } from '../../support/accessibility.ts';
import { launch } from '../../support/api-learner.ts';
import { launchBrowser } from '../../support/browser.ts';
import { countPages } from '../../support/pdf.ts';
import { content } from '../../support/s02.ts';
import { addWeekActivity } from '../../support/scene-paths/scene-path.ts';
import { scenePaths } from '../../support/scene-paths/scene-paths.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { WeekPerson } from '../../support/week-person.ts';

const personId = 4;
const activityId = 1201;
/** Scored scenes to play; the others are skipped. */
const played = 6;

let stack: Stack;
let browser: Browser;
let context: BrowserContext;
let person: WeekPerson;

beforeAll(async () => {
  stack = await startStack({ forBrowser: true });
  browser = await launchBrowser('partitioned');
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  person = new WeekPerson(await context.newPage(), 'fr', 'mouse');
  await addWeekActivity(stack, { id: activityId, language: 'fr' });
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});

const see = (): Promise<void> => Promise.resolve();

async function playWeekByHand(): Promise<void> {
  await person.launch(stack, personId, activityId);
  await person.acceptNotice();
  let scored = 0;
  for (const scenario of content.getForm('first-week').scenes) {
    await person.map.waitFor();
    await person.enterScene();
    const path = scenePaths.find((one) => one.scenario === scenario);
    if (path === undefined) throw new Error(`${scenario} has no path`);
    if (scored < played) {
      await path.play(person, see);
      await person.finishScene();
    } else {
      await person.skipScene();
    }
    if (path.isScored !== false) scored += 1;
    await person.backToMap();
  }
  await person.press(person.goOn);
  await person.press(person.shellButton('finished.report'));
}

describe('a learner who plays six scenes by hand', () => {
  it('reads strengths, a level and small steps in French, and the same in English', async () => {
    await playWeekByHand();
    const { frame, page } = person;
    const heading = (name: string): Promise<void> =>
      frame.getByRole('heading', { level: 2, name, exact: true }).waitFor();
    await heading(reportFr['strengths.title']);
    await heading(reportFr['level.title']);
    const inFrench = await frame.locator('main').innerText();
    expect(inFrench).toMatch(/\(niveau \d sur 4\)|Entre «/u);
    expect(
      await frame
        .getByRole('listitem')
        .filter({ hasText: /^Vous avez/ })
        .count(),
    ).toBe(3);
    await frame.getByRole('button', { name: 'English', exact: true }).click();
    await heading(reportEn['strengths.title']);
    await heading(reportEn['level.title']);
    expect(await frame.getByRole('listitem').filter({ hasText: /^You/ }).count()).toBe(3);
    const inEnglish = await frame.locator('main').innerText();
    const levelsIn = (text: string, pattern: RegExp): string[] =>
      [...text.matchAll(pattern)].map(([, level = '']) => level);
    expect(levelsIn(inEnglish, /level (\d) of 4/gu)).toEqual(levelsIn(inFrench, /niveau (\d) sur 4/gu));
    expect(await findViolations(page)).toEqual([]);
  });

  it('finds it again in its own window, and prints it on one page', async () => {
    const page = await context.newPage();
    const address = await launch(stack, personId, `/mod/lti/launch.php?id=${String(activityId)}`);
    await page.goto(address.href);
    await page.getByRole('button', { name: shellFr['finished.report'] }).click();
    await page.getByRole('heading', { name: reportFr['about.title'] }).waitFor();
    const pdf = await page.pdf({ format: 'Letter', tagged: true, preferCSSPageSize: true });
    expect(countPages(pdf)).toBe(1);
  });
});
