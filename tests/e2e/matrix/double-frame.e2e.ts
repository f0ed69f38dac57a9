/** « Double » text, or the browser’s zoom, in the low frame of an LMS: an edge shows that more follows, and every entry of the menu is in reach. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { findViolations } from '../../support/accessibility.ts';
import { readEdge } from '../../support/read-edge.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { chooseTextSize } from '../../support/comfort-person.ts';
import { type FrameSize, frameSize } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { lookAt } from '../../support/sight.ts';
import { WeekPerson } from '../../support/week-person.ts';

/** Runs in the page, therefore as text: height of a dialog's words below its edge, in px. */
const hiddenWords = `(() => {
  const { scrollHeight, clientHeight } = document.querySelector('dialog[open] .inside');
  return scrollHeight - clientHeight;
})()`;

const stack = setUpBrowserStack();

/** The same frame in a browser's zoom of 200 %. */
const zoomed = { width: Math.floor(frameSize.width / 2), height: Math.floor(frameSize.height / 2) };
const ofPhone = { width: 640, height: 360 };

/** A course page gives no frame as low as a zoomed one. */
async function give(page: Page, { width, height }: FrameSize): Promise<void> {
  await page.setViewportSize({ width, height: 700 });
  await page.evaluate(`document.getElementById('contentframe').style.flex = '0 0 ${height}px'`);
}

it.each([
  { language: 'fr', input: 'mouse', id: 1451, personId: 4, text: '200', sizes: [frameSize, ofPhone] },
  { language: 'en', input: 'keyboard', id: 1452, personId: 5, text: '200', sizes: [frameSize, ofPhone] },
  { language: 'fr', input: 'keyboard', id: 1453, personId: 6, text: '100', sizes: [zoomed] },
  { language: 'en', input: 'mouse', id: 1454, personId: 7, text: '100', sizes: [zoomed] },
] as const)(
  'marks where more follows, and shows the whole menu: $language, text of $text % in $sizes.0.width px',
  async ({ language, input, id, personId, text, sizes }) => {
    const [first] = sizes;
    await stack.lms.control({
      command: 'addActivity',
      cmid: id,
      courseId: language === 'fr' ? 2 : 3,
      title: 'Semaine',
      custom: { numplus_form: 'first-week', numplus_scenes: 's01-first-login,s02-inbox' },
    });
    const context = await stack.browser.newContext({
      viewport: { width: 969, height: 900 },
      reducedMotion: 'reduce',
    });
    const person = new WeekPerson(await context.newPage(), language, input);
    const { page } = person;
    await person.launch(stack, personId, id);
    await person.shellButton('notice.accept').waitFor();
    await chooseTextSize(person, text);
    await give(page, first);
    const tool = page.frame({ name: 'contentframe' });
    if (tool === null) throw new Error('the page has no frame of the tool');
    const see = async (screen: string): Promise<void> => {
      await takePicture(page.locator('#contentframe'), `double-frame-${text}-${screen}`, language);
      expect.soft(await findViolations(page), screen).toEqual([]);
      const { faults } = await lookAt(tool);
      expect
        .soft(
          faults.filter((fault) => fault.includes('menu')),
          screen,
        )
        .toEqual([]);
    };
    const marksEdge = async (screen: string, scroller: string): Promise<void> => {
      expect.soft(await readEdge(page, tool, scroller), screen).toEqual({ more: true, end: false });
    };

    await see('notice');
    await marksEdge('notice', 'html');
    await person.acceptNotice();
    await person.map.waitFor();
    await see('map');
    await marksEdge('map', 'html');
    await person.enterScene();
    for (const size of sizes) {
      await give(page, size);
      await person.press(person.shellButton('tool.more'));
      await person.frame.getByRole('menu').waitFor();
      await see(`menu of ${size.width}`);
      await page.keyboard.press('End');
      expect
        .soft((await person.frame.locator(':focus').innerText()).trim(), `${size.width}`)
        .toBe(person.say('bar.quit'));
      await page.keyboard.press('Escape');
    }
    await give(page, first);
    await person.useTool('tool.pause');
    await person.shellButton('paused.resume').waitFor();
    await see('pause');
    await marksEdge('pause', 'html');
    await person.press(person.shellButton('paused.end'));
    await person.shellButton('confirm.end.no').waitFor();
    await see('end');
    expect.soft(await tool.evaluate<number>(hiddenWords), 'end').toBeLessThanOrEqual(1);
    await context.close();
  },
);
