import { expect, it } from 'vitest';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { ComfortPerson } from '../../support/comfort-person.ts';
import { takePicture } from '../../support/picture.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';

const stack = setUpBrowserStack();

/** Runs in the page, therefore as text: whether the first line of an element is in sight. */
const isFirstLineSeen = `(selector) => {
  const element = document.querySelector(selector);
  const range = document.createRange();
  range.selectNodeContents(element);
  const line = [...range.getClientRects()].find(({ width }) => width > 0);
  const top = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
  return line.top >= 0 && top !== null && element.contains(top);
}`;

/** Runs in the page, therefore as text: texts of sticky elements. */
const listSticky = `[...document.querySelectorAll('main *')]
  .filter((element) => getComputedStyle(element).position === 'sticky' && element.getClientRects().length > 0)
  .map((element) => element.innerText.trim())`;

async function read(person: ComfortPerson, script: string): Promise<unknown> {
  return person.page.frame({ name: 'contentframe' })?.evaluate(script);
}

interface Case {
  readonly width: number;
  readonly height: number;
  readonly percent: '100' | '125' | '150';
}

// The course page's bars take 142 px of the height.
const cases: readonly Case[] = [
  { width: 390, height: 844, percent: '125' },
  { width: 390, height: 844, percent: '150' },
  { width: 969, height: 549, percent: '100' },
];

it.each(
  cases.flatMap((each, index) => [
    { ...each, language: 'fr' as const, id: 1111 + index },
    { ...each, language: 'en' as const, id: 1121 + index },
  ]),
)(
  'only the main button covers what the cast says: $language, $width × $height at $percent %',
  async ({ width, height, percent, language, id }) => {
    const context = await stack.browser.newContext({ viewport: { width, height } });
    const person = new ComfortPerson(await context.newPage(), language, 'mouse');
    await addSceneActivity(stack, 's02-inbox', { id, language });
    await person.launch(stack, 4, id);
    // Also the usual size: the case before left its own with the person.
    await person.openComfort();
    await person.choose('comfort.text-size', `comfort.text-size.${percent}`);
    await person.closeComfort();
    await person.press(person.shellButton('notice.accept'));
    await person.shellButton('welcome.go').waitFor();
    await takePicture(person.page, `large-${percent}-welcome`, language);
    await person.press(person.shellButton('welcome.go'));
    const next = person.shellButton('introduction.next');
    await next.waitFor();
    for (let step = 1; await next.isVisible(); step += 1) {
      await takePicture(person.page, `large-${percent}-introduction-${step}`, language);
      expect(await read(person, `(${isFirstLineSeen})('.bubble span')`)).toBe(true);
      expect(await read(person, listSticky)).toEqual([await next.innerText()]);
      const words = await person.frame.locator('.bubble').innerText();
      await person.pressUntil(
        next,
        async () => (await person.frame.locator('.bubble').innerText()) !== words,
      );
    }
    await takePicture(person.page, `large-${percent}-introduction-end`, language);
    await person.hearIntroduction();
    await person.finishScene();
    await person.shellButton('end.next').waitFor();
    await takePicture(person.page, `large-${percent}-scene-end`, language);
    await person.leaveScene();
    await takePicture(person.page, `large-${percent}-finished`, language);
    expect(await read(person, listSticky)).toHaveLength(1);
    await context.close();
  },
);
