/**
 * Comfort settings come along to another browser, before anything is painted, also if storage is refused. The first words
 * can be read before the script has come.
 */
import type { Browser, Response } from 'playwright-core';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportFr } from '../../../client/src/i18n/catalogues/report.fr.ts';
import { type FrameStorage, launchBrowser } from '../../support/browser.ts';
import { ComfortPerson } from '../../support/comfort-person.ts';
import { takePicture } from '../../support/picture.ts';
import { startStack, type Stack } from '../../support/stack.ts';

/** What the frame looked like at its first frame, and as the first element was there. Runs in the page. */
const watchFirstPaint = `(() => {
  // A launch is answered by the page itself.
  if (!/^\\/(?:play|review|lti\\/launch)\\b/.test(location.pathname)) return;
  const note = (moment) => {
    const { dataset } = document.documentElement;
    window.firstLooks[moment] = {
      textSize: dataset.textSize,
      contrast: dataset.contrast,
      textPx: parseFloat(getComputedStyle(document.documentElement).fontSize),
      paper: getComputedStyle(document.body).backgroundColor,
    };
  };
  window.firstLooks = {};
  const paint = () => document.body === null ? requestAnimationFrame(paint) : note('painted');
  requestAnimationFrame(paint);
  new MutationObserver((changes, observer) => {
    if (document.querySelector('#app > *') === null) return;
    note('mounted');
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
})()`;

/** Runs in the page. */
const readWords = `(() => {
  const { fontSize, color } = getComputedStyle(document.querySelector('#first-words .notice-fr li'));
  const { scrollWidth, clientWidth } = document.documentElement;
  return { textPx: fontSize, ink: color, paper: getComputedStyle(document.body).backgroundColor, fits: scrollWidth <= clientWidth };
})()`;

const chosen = { textSize: '200', contrast: 'high', textPx: 36, paper: 'rgb(255, 255, 255)' };
const kinds: readonly { storage: FrameStorage; personId: number }[] = [
  { storage: 'throws', personId: 4 },
  { storage: 'partitioned', personId: 5 },
];

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ forBrowser: true });
});
afterAll(() => stack.close());

/** A browser that knows nothing of the person, on a device with dark colours. */
async function openFresh(browser: Browser, personId: number): Promise<ComfortPerson> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'dark' });
  await context.addInitScript(watchFirstPaint);
  const person = new ComfortPerson(await context.newPage(), 'fr', 'mouse');
  await person.launch(stack, personId);
  await person.shellButton('notice.accept').waitFor();
  return person;
}

async function readFirstLooks(person: ComfortPerson): Promise<unknown> {
  return person.page.frame({ name: 'contentframe' })?.evaluate('window.firstLooks');
}

function isKept(response: Response): boolean {
  return response.url().endsWith('/api/comfort') && response.ok();
}

describe.each(kinds)('in a browser whose frame storage is $storage', ({ storage, personId }) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser(storage);
  });
  afterAll(() => browser.close());

  it('large text and high contrast are there at the first paint in another browser, also of the report', async () => {
    const here = await openFresh(browser, personId);
    expect(await readFirstLooks(here)).toMatchObject({ painted: { textPx: 18 }, mounted: { textPx: 18 } });
    await here.openComfort();
    for (const choose of [
      () => here.choose('comfort.text-size', 'comfort.text-size.200'),
      () => here.choose('comfort.contrast', 'comfort.contrast.high'),
    ]) {
      const kept = here.page.waitForResponse(isKept);
      await choose();
      await kept;
    }
    await here.page.context().close();

    const there = await openFresh(browser, personId);
    expect(await readFirstLooks(there)).toEqual({ painted: chosen, mounted: chosen });
    await takePicture(there.page, `comfort-kept-${storage}`, 'fr');
    const { hash } = new URL(there.page.frame({ name: 'contentframe' })?.url() ?? '');
    expect(hash).toBe('');
    await there.reload(there.shellButton('notice.accept'));
    expect(await readFirstLooks(there)).toEqual({ painted: chosen, mounted: chosen });

    await there.page.goto(`${stack.lms.publicUrl}/course/2/review/2/${personId}`);
    const report = there.frame.getByRole('heading', { level: 1, name: reportFr.title });
    await report.waitFor();
    expect(await readFirstLooks(there)).toEqual({ painted: chosen, mounted: chosen });
    await takePicture(there.page, `comfort-report-${storage}`, 'fr');
    await there.reload(report);
    expect(await readFirstLooks(there)).toEqual({ painted: chosen, mounted: chosen });
    await there.page.context().close();
  });

  it('the notice can be read in them before script and style have come', async () => {
    const context = await browser.newContext({ viewport: { width: 969, height: 600 }, colorScheme: 'dark' });
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await context.route(/\/assets\/index-[^/]+$/, async (route) => {
      await released;
      await route.continue();
    });
    const person = new ComfortPerson(await context.newPage(), 'fr', 'mouse');
    // The page of the LMS is not loaded either before its frame is.
    const launched = person.launch(stack, personId);
    const exam = person.frame.getByText(shellFr['notice.exam']);
    await exam.waitFor();
    const looks = await person.page.frame({ name: 'contentframe' })?.evaluate(readWords);
    expect(looks).toEqual({ textPx: '36px', ink: 'rgb(0, 0, 0)', paper: 'rgb(255, 255, 255)', fits: true });
    await takePicture(person.page, `first-words-${storage}`, 'fr');
    release();
    await launched;
    await person.shellButton('notice.accept').waitFor();
    expect(await person.frame.locator('#first-words').count()).toBe(0);
    await context.close();
  });
});
