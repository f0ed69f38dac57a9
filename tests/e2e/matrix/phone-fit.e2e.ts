/** On a phone: a row's flag, a formula and large text in a row are whole (S04); « Garder » stays clear of the bar (S13). */
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { assistantEn } from '../../../client/src/apps/assistant/assistant.en.ts';
import { assistantFr } from '../../../client/src/apps/assistant/assistant.fr.ts';
import { documentEn } from '../../../client/src/apps/document/document.en.ts';
import { documentFr } from '../../../client/src/apps/document/document.fr.ts';
import { sheetEn } from '../../../client/src/apps/sheet/sheet.en.ts';
import { sheetFr } from '../../../client/src/apps/sheet/sheet.fr.ts';
import { BrowserPerson } from '../../support/browser-person.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { chooseTextSize } from '../../support/comfort-person.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';
import { findHidden } from '../../support/sight.ts';
import { takePicture } from '../../support/picture.ts';

const stack = setUpBrowserStack();

const phone = { width: 390, height: 844 };

/** What hides a part of a control; null if nothing does. */
async function hidden({ page }: BrowserPerson, target: Locator): Promise<string | null> {
  const frame = page.frame({ name: 'contentframe' });
  return frame === null ? 'no frame' : findHidden(frame, target);
}

/** Px of the element beyond the edges of the one around it, or 0. */
async function beyond(element: Locator, around: Locator): Promise<number> {
  const [inner, outer] = await Promise.all([element.boundingBox(), around.boundingBox()]);
  if (inner === null || outer === null) return Infinity;
  return Math.max(0, outer.x - inner.x, inner.x + inner.width - outer.x - outer.width);
}

interface Box {
  readonly clientWidth: number;
  readonly scrollWidth: number;
}

async function enter(scenario: string, language: 'fr' | 'en', id: number): Promise<BrowserPerson> {
  const activityId = await addSceneActivity(stack, scenario, { id: 2400 + id, language });
  const context = await stack.browser.newContext({
    viewport: phone,
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  const person = new BrowserPerson(await context.newPage(), language, 'touch');
  await person.launch(stack, id, activityId);
  await person.acceptNotice();
  await person.hearIntroduction();
  return person;
}

it.each([
  { language: 'fr', words: sheetFr, id: 4 },
  { language: 'en', words: sheetEn, id: 5 },
] as const)(
  'shows the whole formula and the whole flag of a row, in $language',
  async ({ language, words, id }) => {
    const person = await enter('s04-schedule', language, id);
    const grid = person.frame.getByRole('grid');
    const total = grid.locator('tr.total td').last();
    await person.press(total);
    await person.press(person.named(words['action.sum']));
    const box = person.frame.locator('.bar input[type="text"]');
    await expect.poll(() => box.inputValue()).toMatch(/^=[A-Z]+\(D2:D\d+\)$/);
    await takePicture(person.page, 'phone-fit-formula', language);
    const room = await box.evaluate((one: Box) => one.clientWidth - one.scrollWidth);
    expect(room).toBeGreaterThanOrEqual(0);
    await person.press(grid.locator('tbody tr').nth(10).locator('td').nth(1));
    await person.press(person.named(words['action.flag']));
    const flag = grid.locator('tr.flagged th.line svg');
    await flag.waitFor();
    await takePicture(person.page, 'phone-fit-flag', language);
    const line = grid.locator('tr.flagged th.line');
    expect(await hidden(person, line)).toBeNull();
    expect(await beyond(flag, line)).toBe(0);
    await person.page.context().close();
  },
);

it('shows what is in each box of a row at « Double »', async () => {
  const person = await enter('s04-schedule', 'fr', 8);
  await chooseTextSize(person, '200');
  await person.press(person.frame.getByRole('button', { name: sheetFr['view.card'] }));
  const boxes = person.frame.locator('.card input');
  await boxes.first().waitFor();
  await takePicture(person.page, 'phone-fit-card', 'fr');
  const rooms = await boxes.evaluateAll((all: Box[]) => all.map((one) => one.clientWidth - one.scrollWidth));
  expect(rooms).toEqual([0, 0, 0, 0]);
  await person.page.context().close();
});

it.each([
  { language: 'fr', ask: assistantFr, write: documentFr, want: 'Écris un court texte.', id: 6 },
  { language: 'en', ask: assistantEn, write: documentEn, want: 'Write a short text.', id: 7 },
] as const)(
  'shows all of what keeps a changed sentence, in $language',
  async ({ language, ask, write, want, id }) => {
    const person = await enter('s13-ai-assistant', language, id);
    await person.press(person.named(want));
    await person.press(person.named(ask['action.send']));
    await person.press(person.named(ask['action.insert']));
    const changes = person.frame.getByRole('button', { name: write['line.editThis'].split('{')[0] ?? '' });
    await changes.first().waitFor();
    for (let index = 0; index < (await changes.count()); index += 1) {
      await person.press(changes.nth(index));
      const keep = person.named(write['line.keep']);
      await keep.waitFor();
      await takePicture(person.page, `phone-fit-line-${index}`, language);
      expect(await hidden(person, keep)).toBeNull();
      await person.press(person.named(write['line.cancel']));
      await keep.waitFor({ state: 'detached' });
    }
    await person.page.context().close();
  },
);
