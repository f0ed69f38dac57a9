/** Presses that come fast: on one control after the other by touch, and twice on one place with the mouse. */
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { sheetFr } from '../../../client/src/apps/sheet/sheet.fr.ts';
import { BrowserPerson, type Input } from '../../support/browser-person.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { ComfortPerson } from '../../support/comfort-person.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';

const stack = setUpBrowserStack();

async function open(scenario: string, id: number, input: Input): Promise<BrowserPerson> {
  const viewport = input === 'touch' ? { width: 390, height: 844 } : { width: 1280, height: 800 };
  const context = await stack.browser.newContext({
    viewport,
    hasTouch: input === 'touch',
    reducedMotion: 'reduce',
  });
  const person = new BrowserPerson(await context.newPage(), 'fr', input);
  await person.launch(stack, 4, await addSceneActivity(stack, scenario, { id, language: 'fr' }));
  await person.acceptNotice();
  await person.hearIntroduction();
  return person;
}

async function middleOf(target: Locator): Promise<readonly [x: number, y: number]> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('not on the screen');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Run in the page, therefore as text. */
const watchChoices = 'globalThis.choices = 0; addEventListener("change", () => { choices += 1; });';
const readSelection = 'getSelection().toString().trim()';

it('takes three choices that are tapped one right after the other', async () => {
  const person = await open('s04-schedule', 1801, 'touch');
  const { frame, page } = person;
  await person.press(person.named(sheetFr['action.sort']));
  const columns = frame.getByRole('dialog').locator('fieldset').first().getByRole('radio');
  await columns.first().waitFor();
  const places = await Promise.all([0, 1, 2].map((nth) => middleOf(columns.nth(nth))));
  const inPage = page.frame({ name: 'contentframe' });
  await inPage?.evaluate(watchChoices);
  for (const [x, y] of places) await page.touchscreen.tap(x, y);
  await expect.poll(() => columns.nth(2).isChecked()).toBe(true);
  expect(await inPage?.evaluate('choices')).toBe(3);
  await page.context().close();
});

it('marks nothing where a person presses twice out of habit, and words that can be copied where they are', async () => {
  const person = await open('s05-parcel', 1802, 'mouse');
  const { frame, page } = person;
  const selection = (): Promise<unknown> =>
    page.frame({ name: 'contentframe' })?.evaluate(readSelection) ?? Promise.resolve(null);
  const marked: unknown[] = [];
  const pressTwice = async (target: Locator, at?: { x: number; y: number }): Promise<void> => {
    await target.dblclick(at === undefined ? {} : { position: at });
    marked.push(await selection());
  };
  const app = frame.locator('.app-frame').first();
  await app.waitFor();
  const { height = 0 } = (await app.boundingBox()) ?? {};
  await pressTwice(frame.locator('[data-row="m1"]'));
  await pressTwice(app, { x: 12, y: height - 12 });
  await pressTwice(app.locator('h3:visible').first());
  await pressTwice(person.shellButton('tool.help'));
  expect(marked).toEqual(['', '', '', '']);
  await frame
    .getByRole('article')
    .getByText('Bonjour,')
    .dblclick({ position: { x: 20, y: 10 } });
  expect(await selection()).toMatch(/^Bonjour/);
  await page.context().close();
});

const readTop = '(element) => element.getBoundingClientRect().top';

it.each([
  { width: 390, height: 844, size: 100, personId: 5 },
  { width: 390, height: 844, size: 200, personId: 6 },
  { width: 320, height: 640, size: 200, personId: 7 },
] as const)(
  'moves no switch when one is tapped, at $width × $height with text at $size %',
  async ({ width, height, size, personId }) => {
    const context = await stack.browser.newContext({
      viewport: { width, height },
      hasTouch: true,
      reducedMotion: 'reduce',
    });
    const person = new ComfortPerson(await context.newPage(), 'en', 'touch');
    const activityId = await addSceneActivity(stack, 's12-privacy', { id: 1803 + personId, language: 'en' });
    await person.launch(stack, personId, activityId);
    await person.openComfort();
    await person.choose('comfort.text-size', `comfort.text-size.${size}`);
    await person.closeComfort();
    await person.acceptNotice();
    await person.hearIntroduction();
    for (const name of ['Settings', 'Apps', 'Flashlight']) await person.press(person.named(name));
    const [contacts, location] = [/^Contacts/, /^Location/].map((name) =>
      person.frame.getByRole('switch', { name }),
    );
    if (!contacts || !location) throw new Error('no switches');
    await contacts.scrollIntoViewIfNeeded();
    const readTops = (): Promise<unknown[]> =>
      Promise.all([contacts, location].map((each) => each.evaluate(readTop)));
    const tops = await readTops();
    await person.page.touchscreen.tap(...(await middleOf(contacts)));
    await person.frame.getByText('Contacts: off.').waitFor();
    expect(await readTops()).toEqual(tops);
    await context.close();
  },
);
