/** The conversations of S01, in the low frame of Moodle and on a phone: a preview says what each is about. */
import { expect, it } from 'vitest';
import { BrowserPerson } from '../../support/browser-person.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { frameSize, giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';

const stack = setUpBrowserStack();

interface Row {
  /** Of the preview, as a part of the row's words. */
  readonly room: number;
  readonly isWhole: boolean;
}

/** Runs in the frame, therefore as text. */
const readRows = `[...document.querySelectorAll('[data-row]')].map((row) => {
  const widthOf = (name) => row.querySelector(name).getBoundingClientRect().width;
  const { bottom } = row.getBoundingClientRect();
  return { room: widthOf('.last') / widthOf('.app-words'), isWhole: bottom <= innerHeight };
})`;

it.each([
  { where: 'a low frame', shown: frameSize, input: 'mouse', language: 'fr', id: 4 },
  { where: 'a low frame', shown: frameSize, input: 'mouse', language: 'en', id: 5 },
  { where: 'a phone', shown: { width: 390, height: 844 }, input: 'touch', language: 'fr', id: 6 },
] as const)(
  'a preview has the most room of its row when the list is shown in $where in $language',
  async ({ shown, input, language, id }) => {
    const activityId = await addSceneActivity(stack, 's01-first-login', { id: 2600 + id, language });
    const context = await stack.browser.newContext({
      viewport: { width: shown.width, height: 900 },
      hasTouch: input === 'touch',
      reducedMotion: 'reduce',
    });
    const person = new BrowserPerson(await context.newPage(), language, input);
    await person.launch(stack, id, activityId);
    await giveFrame(person.page, shown);
    await person.acceptNotice();
    await person.hearIntroduction();
    await person.press(person.appButton('phone'));
    await person.frame.getByRole('button', { name: /^Nadia/ }).waitFor();
    await takePicture(person.page.locator('#contentframe'), `conversations-${input}`, language);
    const rows = await person.page.frame({ name: 'contentframe' })?.evaluate<readonly Row[]>(readRows);
    expect(rows).toHaveLength(3);
    for (const { room, isWhole } of rows ?? []) {
      expect([room > 0.6, isWhole]).toEqual([true, true]);
    }
    await context.close();
  },
);
