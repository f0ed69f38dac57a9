/** Comfort settings come along to another browser, before anything is painted, also if storage is refused. */
import type { Browser, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FrameStorage, launchBrowser } from '../../support/browser.ts';
import { ComfortPerson } from '../../support/comfort-person.ts';
import { takePicture } from '../../support/picture.ts';
import { startStack, type Stack } from '../../support/stack.ts';

/** What the frame looked like at its first frame, and as the first element was there. Runs in the page. */
const watchFirstPaint = `(() => {
  if (!location.pathname.startsWith('/play')) return;
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
  requestAnimationFrame(() => note('painted'));
  new MutationObserver((changes, observer) => {
    if (document.querySelector('#app > *') === null) return;
    note('mounted');
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
})()`;

const chosen = { textSize: '150', contrast: 'high', textPx: 27, paper: 'rgb(255, 255, 255)' };
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

  it('large text and high contrast are there at the first paint in another browser', async () => {
    const here = await openFresh(browser, personId);
    expect(await readFirstLooks(here)).toMatchObject({ painted: { textPx: 18 }, mounted: { textPx: 18 } });
    await here.openComfort();
    for (const choose of [
      () => here.choose('comfort.text-size', 'comfort.text-size.150'),
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
    await there.page.context().close();
  });
});
