/** The row of the total is in view from the start, on a computer and on a phone (S04). */
import { expect, it } from 'vitest';
import { sheetFr } from '../../../client/src/apps/sheet/sheet.fr.ts';
import { BrowserPerson, type Input } from '../../support/browser-person.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';

const stack = setUpBrowserStack();

/**
 * Runs in the page, therefore as text: whether the cell of the total is where the screen shows it, uncovered. Looks at
 * its end, where the number stands.
 */
const isTotalSeen = `(() => {
  const cell = document.querySelector('tr.total td:last-child');
  const { right, top, height } = cell.getBoundingClientRect();
  const shown = document.elementFromPoint(right - 8, top + height / 2);
  return shown !== null && cell.contains(shown);
})()`;

function isSeen({ page }: BrowserPerson): Promise<unknown> {
  return page.frame({ name: 'contentframe' })?.evaluate(isTotalSeen) ?? Promise.resolve(null);
}

/** Runs in the page: room in px between an hour and the table's end, where many devices draw a scroll bar. */
const roomBesideHours = `(() => {
  const cell = document.querySelector('tbody tr:nth-child(2) td:last-child');
  const words = document.createRange();
  words.selectNodeContents(cell.querySelector('.text'));
  return cell.getBoundingClientRect().right - words.getBoundingClientRect().right;
})()`;

/** Runs in the page: whether the titles cover the total where the end of the table meets them. */
const areTitlesOnTop = `(() => {
  const [titles, total] = ['.titles', '.total'].map((row) => document.querySelector('tr' + row + ' td:last-child'));
  let scroller = titles.parentElement;
  while (scroller.scrollHeight <= scroller.clientHeight || getComputedStyle(scroller).overflowY === 'visible') scroller = scroller.parentElement;
  scroller.scrollTop = scroller.scrollHeight;
  const half = titles.getBoundingClientRect().height / 2;
  scroller.scrollTop -= titles.getBoundingClientRect().top + half - total.getBoundingClientRect().top;
  const { right, bottom } = titles.getBoundingClientRect();
  const meets = total.getBoundingClientRect().top < bottom - 2;
  const shown = document.elementFromPoint(right - 8, bottom - 4);
  return { meets, onTop: shown !== null && titles.contains(shown) };
})()`;

/** In a course's frame that is lower than the sheet, a person scrolls the page to the sheet first. */
async function turnToSheet({ page }: BrowserPerson): Promise<void> {
  await page.frame({ name: 'contentframe' })?.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
}

it.each<{ input: Input; width: number; height: number; personId: number; isFrameLow?: true }>([
  { input: 'mouse', width: 1280, height: 720, personId: 4 },
  { input: 'touch', width: 390, height: 844, personId: 5 },
  { input: 'touch', width: 360, height: 640, personId: 6, isFrameLow: true },
])(
  'at $width × $height the total is seen, made and seen to follow',
  async ({ input, personId, isFrameLow = false, ...viewport }) => {
    const activityId = await addSceneActivity(stack, 's04-schedule', { id: 1700 + personId, language: 'fr' });
    const context = await stack.browser.newContext({
      viewport,
      hasTouch: input === 'touch',
      reducedMotion: 'reduce',
    });
    const person = new BrowserPerson(await context.newPage(), 'fr', input);
    await person.launch(stack, personId, activityId);
    await person.acceptNotice();
    await person.hearIntroduction();
    const total = person.frame.getByRole('grid').locator('tr.total td').last();
    await total.waitFor();
    if (isFrameLow) await turnToSheet(person);
    expect(await isSeen(person)).toBe(true);
    const room = await person.page.frame({ name: 'contentframe' })?.evaluate<number>(roomBesideHours);
    expect(room).toBeGreaterThanOrEqual(8);
    await person.press(total);
    await person.press(person.named(sheetFr['action.sum']));
    const before = await total.innerText();
    await person.press(person.frame.getByRole('grid').locator('tbody tr').nth(1).locator('td').last());
    await person.page.keyboard.type('1');
    await person.page.keyboard.press('Enter');
    await expect.poll(() => total.innerText()).not.toBe(before);
    expect(await isSeen(person)).toBe(true);
    const tool = person.page.frame({ name: 'contentframe' });
    if (input === 'touch') {
      expect(await tool?.evaluate(areTitlesOnTop)).toEqual({ meets: true, onTop: true });
    }
    await context.close();
  },
);
