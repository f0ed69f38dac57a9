/** A learner reads their report in both languages and asks for a review of it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportEn } from '../../../client/src/i18n/catalogues/report.en.ts';
import { reportFr } from '../../../client/src/i18n/catalogues/report.fr.ts';
import { shellEn } from '../../../client/src/i18n/catalogues/shell.en.ts';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import type { ReportAnswer } from '../../../server/contract/report.ts';
import { viewLevel } from '../../../scenarios/measurement/zones.ts';
import { findViolations } from '../../support/accessibility.ts';
import { launch } from '../../support/api-learner.ts';
import { BrowserPerson } from '../../support/browser-person.ts';
import { launchBrowser } from '../../support/browser.ts';
import { measureOf, steadyVector } from '../../support/measured-attempts.ts';
import { bank1 } from '../../support/measurement/bank.ts';
import { countPages } from '../../support/pdf.ts';
import { takePicture } from '../../support/picture.ts';
import { playWeek } from '../../support/report-players.ts';
import { rewriteAnswers } from '../../support/rewrite-answer.ts';
import { addWeekActivity } from '../../support/scene-paths/scene-path.ts';
import { startStack, type Stack } from '../../support/stack.ts';

const shell = { fr: shellFr, en: shellEn };
const words = { fr: reportFr, en: reportEn };
/** Activities of six scored scenes, by language; the short one below has three. */
const weeks = { fr: 1101, en: 1102 } as const;
const shortWeek = 1103;
const personId = 4;

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  stack = await startStack({ forBrowser: true });
  browser = await launchBrowser('partitioned');
  for (const language of ['fr', 'en'] as const) {
    const activityId = await addWeekActivity(stack, { id: weeks[language], language });
    await playWeek(stack, { personId, activityId, count: 6, language }, (scenario) =>
      scenario === 's05-parcel' || scenario === 's04-schedule' ? 'at-once' : 'right',
    );
  }
  const activityId = await addWeekActivity(stack, { id: shortWeek, language: 'fr' });
  await playWeek(stack, { personId, activityId, count: 3, language: 'fr' }, () => 'right');
}, 120_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
});

interface Visit {
  readonly person: BrowserPerson;
  readonly faults: string[];
  readonly close: () => Promise<void>;
}

/** Opens the report of a finished activity by keyboard. */
async function openReport(language: 'fr' | 'en', width: number, activityId: number): Promise<Visit> {
  const height = width > 500 ? 900 : 844;
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  const person = new BrowserPerson(page, language, 'keyboard');
  await person.launch(stack, personId, activityId);
  await person.press(person.shellButton('finished.report'));
  await person.frame.getByRole('heading', { level: 2 }).first().waitFor();
  return { person, faults, close: () => context.close() };
}

describe('the report of six scenes', () => {
  it.each([
    ['fr', 1280],
    ['fr', 390],
    ['fr', 320],
    ['en', 1280],
    ['en', 390],
    ['en', 320],
  ] as const)('is read in %s at %i px: deeds first, a level and small steps', async (language, width) => {
    const { person, faults, close } = await openReport(language, width, weeks[language]);
    const text = words[language];
    const headings = await person.frame.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(headings.filter((one) => one !== text['dimensions.title'])).toEqual([
      text['strengths.title'],
      text['level.title'],
      text['next.title'],
      text['about.title'],
      text['ask.title'],
    ]);
    const main = await person.frame.locator('main').innerText();
    expect(main).toContain(text['about.pilot']);
    expect(main).not.toMatch(/\d[.,]\d|%|θ|sur 100|out of 100/);
    expect(
      await person.frame
        .getByRole('listitem')
        .filter({ hasText: /^(Vous avez|You)/ })
        .count(),
    ).toBe(3);
    expect(await findViolations(person.page)).toEqual([]);
    expect(await person.sidewaysOverflow()).toBe(0);
    expect(faults).toEqual([]);
    await takePicture(person.frame.locator('main'), 'report', language);
    await close();
  });

  it('tells a screen reader the same as the eye', async () => {
    const { person, close } = await openReport('fr', 1280, weeks.fr);
    const tree = await person.frame.locator('main').ariaSnapshot();
    // The date and the ports of the servers change with each run.
    const stable = tree
      .replace(/commencé le .*$/m, 'commencé le (jour)')
      .replace(/\/url: http:.*$/m, '/url: (cours)');
    await expect(`${stable}\n`).toMatchFileSnapshot('../../golden/accessibility/report-fr.txt');
    await close();
  });

  it('accepts one request for a review, keeps its text and shows its state', async () => {
    const { person, close } = await openReport('fr', 390, weeks.fr);
    await person.press(person.named(reportFr['ask.open']));
    await person.fill(person.frame.getByRole('textbox'), 'Ma souris était brisée.');
    await person.press(person.named(reportFr['ask.send']));
    await person.frame.getByText('Vous avez envoyé votre demande').waitFor();
    await person.frame.getByText('Ma souris était brisée.').waitFor();
    expect(await person.named(reportFr['ask.open']).count()).toBe(0);
    expect(await findViolations(person.page)).toEqual([]);
    await close();
    const again = await openReport('fr', 390, weeks.fr);
    await again.person.frame.getByText('Ma souris était brisée.').waitFor();
    await again.close();
  });
});

describe('the report of three scenes', () => {
  it('says what was done and how to go on, and never a level', async () => {
    const { person, close } = await openReport('fr', 390, shortWeek);
    const main = await person.frame.locator('main').innerText();
    expect(main).toContain('Vous avez terminé 3 tâches qui comptent.');
    expect(main).not.toMatch(/niveau \d|Je découvre|Je fais|Prochain petit pas/);
    expect(await findViolations(person.page)).toEqual([]);
    await takePicture(person.frame.locator('main'), 'report-short', 'fr');
    await close();
  });
});

/** The report as after sixteen scenes and a first attempt: the most that a page has to hold. */
function withSixBars(answer: ReportAnswer): ReportAnswer {
  if (answer.report === null) throw new Error('no report');
  const measure = measureOf(steadyVector, 16);
  const dimensions = (['OUT', 'INF', 'COM', 'PRO', 'SEC', 'RES'] as const).flatMap((dimension) => {
    const estimate = measure.dimensions[dimension];
    return estimate === undefined ? [] : [{ dimension, ...viewLevel(estimate, bank1.cuts) }];
  });
  const overall = viewLevel(measure.overall, bank1.cuts);
  const change = { kind: 'progress', isSoon: true } as const;
  const result = { kind: 'level', overall, dimensions, skipped: 0, change } as const;
  return { ...answer, report: { ...answer.report, strengths: ['SEC', 'RES'], result } };
}

it.each(['100', '200'])(
  'the numbers of the levels stand below the bar when the text is at %s',
  async (size) => {
    const { person, close } = await openReport('fr', 390, weeks.fr);
    await person.frame.locator('html').evaluate(`(html) => { html.dataset.textSize = '${size}'; }`);
    const bar = person.frame.locator('svg:has(text)').first();
    const [frame, number] = [bar.locator('.frame'), bar.locator('text').first()];
    const between = async (): Promise<number> => {
      const [above, below] = [await frame.boundingBox(), await number.boundingBox()];
      return (below?.y ?? 0) - ((above?.y ?? 0) + (above?.height ?? 0));
    };
    await expect.poll(between).toBeGreaterThan(-3);
    expect(await between()).toBeLessThan(12);
    await close();
  },
);

describe('on paper', () => {
  it.each([
    ['fr', 'six scenes'],
    ['en', 'six scenes'],
    ['fr', 'six bars'],
    ['en', 'six bars'],
  ] as const)('the report is one page, in %s with %s', async (language, what) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    if (what === 'six bars') await rewriteAnswers(page, '**/api/report/*', withSixBars);
    // In its own window, since the report is the whole page there.
    const address = await launch(stack, personId, `/mod/lti/launch.php?id=${String(weeks[language])}`);
    await page.goto(address.href);
    await page.getByRole('button', { name: shell[language]['finished.report'] }).click();
    await page.getByRole('heading', { name: words[language]['about.title'] }).waitFor();
    const bars = page.getByRole('heading', { name: words[language]['dimensions.title'] });
    if (what === 'six bars') await bars.waitFor();
    for (const format of ['Letter', 'A4']) {
      expect(countPages(await page.pdf({ format, tagged: true }))).toBe(1);
    }
    await context.close();
  });
});
