/** Mail in small frames: a message opens with its first words, and everybody in « À » can be seen after a failed send. */
import { expect, it } from 'vitest';
import { BrowserPlayer } from '../../support/browser-player.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { chooseTextSize } from '../../support/comfort-person.ts';
import { frameSize, giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';
import { findHidden, lookAt } from '../../support/sight.ts';

const stack = setUpBrowserStack();

const laptop = { ...frameSize, isPhone: false };
const phone = { width: 390, height: 844, isPhone: true };
const smallPhone = { width: 320, height: 640, isPhone: true };

it.each([
  { language: 'fr', frame: laptop, text: '100', id: 4301 },
  { language: 'en', frame: laptop, text: '125', id: 4302 },
  { language: 'en', frame: smallPhone, text: '100', id: 4303 },
  { language: 'fr', frame: phone, text: '200', id: 4304 },
] as const)(
  'shows them in $language at $frame.width × $frame.height px, text of $text %',
  async ({ language, frame: { width, height, isPhone }, text, id }) => {
    const context = await stack.browser.newContext({
      viewport: { width, height: isPhone ? height : 900 },
      hasTouch: isPhone,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const person = new BrowserPlayer(page, language, isPhone ? 'touch' : 'mouse');
    const activityId = await addSceneActivity(stack, 's02-inbox', { id, language });
    await person.launch(stack, language === 'fr' ? 4 : 5, activityId);
    if (!isPhone) await giveFrame(page);
    await person.acceptNotice();
    await person.hearIntroduction();
    await chooseTextSize(person, text);
    const tool = page.frame({ name: 'contentframe' });
    if (tool === null) throw new Error('no frame');

    await person.openQuestion();
    const words = person.frame.locator('article .body p').first();
    await words.waitFor();
    await takePicture(page, `recipients-message-${text}`, language);
    if (!isPhone) expect(await findHidden(tool, words)).toBeNull();

    await person.press(person.button('action.forward'));
    await person.press(person.button('action.send'));
    await person.frame.getByRole('alert').filter({ hasText: /./ }).waitFor();
    await person.press(person.button('compose.addPerson'));
    const people = person.frame.getByRole('menuitem');
    await people.last().waitFor();
    await takePicture(page, `recipients-people-${text}`, language);
    const { faults } = await lookAt(tool);
    expect(faults).toEqual([]);
    for (let index = 0; index < (await people.count()); index += 1) {
      const one = people.nth(index);
      await one.scrollIntoViewIfNeeded();
      expect(await findHidden(tool, one)).toBeNull();
    }
    await context.close();
  },
);
