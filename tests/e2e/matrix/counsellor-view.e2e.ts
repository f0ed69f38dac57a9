/** A counsellor's group and person pages, after real play and with recorded levels of sixteen scenes. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personEn } from '../../../client/src/i18n/catalogues/person.en.ts';
import { personFr } from '../../../client/src/i18n/catalogues/person.fr.ts';
import { teachEn } from '../../../client/src/i18n/catalogues/teach.en.ts';
import { teachFr } from '../../../client/src/i18n/catalogues/teach.fr.ts';
import type { AttemptReview, StaffReview } from '../../../server/contract/review.ts';
import { findPageViolations } from '../../support/accessibility.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { launchBrowser } from '../../support/browser.ts';
import {
  withEverythingNoticed,
  withRecordedLevels,
  withRecordedScenes,
} from '../../support/counsellor-samples.ts';
import { openGroupPage } from '../../support/group-page.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { highVector, lowVector } from '../../support/measured-attempts.ts';
import { takeOwnFont } from '../../support/own-font.ts';
import { countPages } from '../../support/pdf.ts';
import { takePicture } from '../../support/picture.ts';
import { startStack, type Stack } from '../../support/stack.ts';

const words = { fr: { ...personFr, ...teachFr }, en: { ...personEn, ...teachEn } };
const [fatou, rejean, thiLan] = [4, 5, 6] as const;

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  stack = await startStack({ forBrowser: true });
  browser = await launchBrowser('partitioned');
  const finisher = new ApiLearner(stack);
  await finisher.act(...rightWay(await finisher.begin(fatou)), done);
  const skipper = new ApiLearner(stack);
  await skipper.begin(rejean);
  await skipper.act({ app: 'desk', type: 'skip' });
  await new ApiLearner(stack).begin(thiLan);
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});

interface Look {
  readonly language?: 'fr' | 'en';
  readonly width?: number;
  /** Replaces levels by recorded ones of sixteen scenes. */
  readonly recorded?: boolean;
  /** How a person's review is replaced then. */
  readonly scenes?: (review: StaffReview) => StaffReview;
}

function openGroup({
  language = 'fr',
  width = 1280,
  recorded = false,
  scenes = withRecordedScenes,
}: Look): Promise<Page> {
  return openGroupPage(stack, browser, {
    language,
    width,
    height: width > 500 ? 900 : 844,
    ...(recorded && {
      activity: withRecordedLevels,
      review: (answer: AttemptReview) => scenes(answer as StaffReview),
    }),
  });
}

async function openPerson(page: Page, language: 'fr' | 'en' = 'fr'): Promise<void> {
  const look = page.getByRole('button', { name: `${words[language].review} (Fatou Diallo)` });
  await look.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: words[language]['guide.title'] }).waitFor();
}

describe('a counsellor after people played', () => {
  it('sees no level after one scene, and opens the person page by keyboard alone', async () => {
    const page = await openGroup({});
    await page.getByText(words.fr['tools.note']).waitFor();
    expect(await page.getByText(/niveau \d sur 4|Note \d+ sur 100/).count()).toBe(0);
    expect(await findPageViolations(page)).toEqual([]);
    await openPerson(page);
    await page.getByText(words.fr['use.not']).waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/θ|theta|\d,\d/u);
    expect(await findPageViolations(page)).toEqual([]);
    await page.context().close();
  });

  it('filters the list by level and shows everybody again', async () => {
    const page = await openGroup({ recorded: true });
    // In the list only: people it leaves out can still be chosen for a download.
    const fatou = page.getByRole('heading', { name: 'Fatou Diallo', exact: true });
    await page.getByText(words.fr['tools.more']).click();
    await page.getByLabel(words.fr['tools.level'], { exact: true }).selectOption('none');
    await fatou.waitFor({ state: 'detached' });
    await page.getByLabel(words.fr['tools.level'], { exact: true }).selectOption('any');
    await fatou.waitFor();
    await page.context().close();
  });

  it('saves the group as a table with names that opens in a spreadsheet', async () => {
    const page = await openGroup({});
    const arrival = page.waitForEvent('download');
    await page.getByRole('button', { name: words.fr['folder.csv'] }).click();
    const download = await arrival;
    expect(download.suggestedFilename()).toBe('numplus-groupe.csv');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.startsWith('\uFEFFNom')).toBe(true);
    expect(text).toMatch(/^Fatou Diallo.1.1.Terminé/mu);
    expect(text.trim().split('\r\n').length).toBeGreaterThan(4);
    await page.context().close();
  });
});

describe.each([
  { language: 'fr', width: 1280 },
  { language: 'fr', width: 390 },
  { language: 'en', width: 1280 },
  { language: 'en', width: 390 },
] as const)('after sixteen scenes, in $language at $width px', ({ language, width }) => {
  it('bars of six dimensions have words, and nothing overflows sideways', async () => {
    const page = await openGroup({ language, width, recorded: true });
    // Exactly, because a choice of the list begins alike in English.
    await page.getByText(words[language]['flag.review'], { exact: true }).first().waitFor();
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(overflow)).toBe(0);
    expect(await findPageViolations(page)).toEqual([]);
    await takePicture(page, 'counsellor-group', language, { fullPage: true });
    await openPerson(page, language);
    await page.getByText(words[language]['figure.table']).click();
    expect(await page.evaluate(overflow)).toBe(0);
    expect(await findPageViolations(page)).toEqual([]);
    // A picture of the whole page would be large.
    const clip = { x: 0, y: 0, width, height: width > 500 ? 1500 : 1900 };
    await takePicture(page, 'counsellor-person', language, { fullPage: true, clip });
    await page.context().close();
  });
});

/** On either paper, since printers here have both. */
async function expectPages(page: Page, count: number): Promise<void> {
  await page.evaluate(takeOwnFont);
  for (const format of ['Letter', 'A4']) {
    expect([format, countPages(await page.pdf({ format, tagged: true }))]).toEqual([format, count]);
  }
}

describe('on paper', () => {
  it.each(['fr', 'en'] as const)('the sheet of a person is one page in %s', async (language) => {
    const page = await openGroup({ language, recorded: true });
    await openPerson(page, language);
    await expectPages(page, 1);
    await page.context().close();
  });

  it.each(['fr', 'en'] as const)('the fullest possible sheet fits on one page in %s', async (language) => {
    const page = await openGroup({ language, recorded: true, scenes: withEverythingNoticed });
    await openPerson(page, language);
    const talk = page.getByRole('region', { name: words[language]['talk.title'] });
    expect(await talk.getByRole('listitem').count()).toBe(6);
    const more = /\d+ (autres pistes à l’écran|more talking points on screen)/u;
    await talk.getByText(more).first().waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await talk.getByRole('listitem').count()).toBe(6);
    await talk.getByText(more).and(page.locator(':visible')).waitFor();
    await expectPages(page, 1);
    await page.context().close();
  });

  it.each([
    { scenes: 13, steps: 0, size: 'large', vector: highVector },
    { scenes: 12, steps: 2, size: 'medium', vector: lowVector },
  ])('a sheet of $scenes scenes and $steps steps fills one page in $size type', async (one) => {
    const page = await openGroup({
      recorded: true,
      scenes: (review) => {
        const full = withRecordedScenes(review, one.vector);
        return {
          ...full,
          scenes: full.scenes.slice(0, one.scenes),
          talkingPoints: [],
          nextSteps: full.nextSteps.slice(0, one.steps),
        };
      },
    });
    await openPerson(page);
    await page.locator(`.sheet.${one.size}`).waitFor();
    await expectPages(page, 1);
    await page.context().close();
  });

  it('sheets of several people take one page each', async () => {
    const page = await openGroup({ recorded: true });
    await page.getByRole('button', { name: /^Imprimer 3 fiches/ }).click();
    await page.getByText('3 fiches sont prêtes').waitFor();
    await expectPages(page, 3);
    await page.context().close();
  });
});

describe('for a screen reader', () => {
  it('the sheet reads in the order of the conversation', async () => {
    const page = await openGroup({ recorded: true });
    await openPerson(page);
    const tree = await page.locator('.sheet').ariaSnapshot();
    await expect(tree.replaceAll(/\d+(?:er)? \p{L}+ 20\d\d.*/gu, '(date)')).toMatchFileSnapshot(
      resolve(import.meta.dirname, '../../golden/accessibility/counsellor-person-fr.txt'),
    );
    await page.context().close();
  });
});
