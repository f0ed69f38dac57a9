import { describe, expect, it } from 'vitest';
import { signInEn } from '../../../client/src/apps/sign-in/sign-in.en.ts';
import { signInFr } from '../../../client/src/apps/sign-in/sign-in.fr.ts';
import { BrowserPlayer } from '../../support/browser-player.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { takePicture } from '../../support/picture.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';
import { findHidden as findOutOfSight } from '../../support/sight.ts';
import { speechStub } from '../../support/speech-stub.ts';

const stack = setUpBrowserStack();

/** Runs in the page, therefore as text: elements whose first or last line is covered or outside the frame. */
const listHidden = `(selector) => {
  const isSeen = (element, line) => {
    const top = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
    return top !== null && element.contains(top);
  };
  return [...document.querySelectorAll(selector)].filter((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
    return lines.length === 0 || !isSeen(element, lines[0]) || !isSeen(element, lines.at(-1));
  }).map((element) => element.textContent);
}`;

/** Texts that are in the page but out of sight. */
async function findHidden(player: BrowserPlayer, selector: string): Promise<string[]> {
  await player.frame.locator(selector).first().waitFor();
  const frame = player.page.frame({ name: 'contentframe' });
  const hidden: unknown = await frame?.evaluate(`(${listHidden})(${JSON.stringify(selector)})`);
  if (!Array.isArray(hidden)) throw new Error('the frame did not answer');
  return hidden.map(String);
}

interface Phone {
  readonly language: 'fr' | 'en';
  readonly width: number;
  readonly height: number;
  readonly personId: number;
}

/** Opens the introduction. */
async function openIntroduction({ language, width, height, personId }: Phone): Promise<BrowserPlayer> {
  const context = await stack.browser.newContext({ viewport: { width, height }, hasTouch: true });
  // With a voice there is one more button.
  const voices = ['fr-CA', 'en-CA'].map((lang) => ({ lang, localService: true }));
  await context.addInitScript(speechStub({ voices, finishes: true }));
  const player = new BrowserPlayer(await context.newPage(), language, 'touch');
  await player.launch(stack, personId);
  await player.acceptNotice();
  await player.button('introduction.next').waitFor();
  return player;
}

describe('on a phone', () => {
  it.each<Phone>([
    { language: 'fr', width: 320, height: 640, personId: 4 },
    { language: 'en', width: 320, height: 700, personId: 4 },
    { language: 'fr', width: 390, height: 844, personId: 5 },
  ])('what the cast says is in sight at once: $language, $width × $height', async (phone) => {
    const player = await openIntroduction(phone);
    expect(await findHidden(player, '.bubble span')).toEqual([]);
    await player.page.context().close();
  });

  it.each<Phone>([
    { language: 'fr', width: 390, height: 844, personId: 6 },
    { language: 'en', width: 390, height: 844, personId: 6 },
  ])('every step of help is in sight at once: $language, $width × $height', async (phone) => {
    const player = await openIntroduction(phone);
    await player.hearIntroduction();
    await player.press(player.button('tool.help'));
    const hidden = await findHidden(player, '.help .topic');
    await player.press(player.frame.locator('.help .topic').first());
    for (const key of ['help.where', 'help.how', 'help.how.yes'] as const) {
      hidden.push(...(await findHidden(player, '#help-words p span, #help-words .ask')));
      await player.button(key).press('Enter');
    }
    hidden.push(...(await findHidden(player, '#help-words li')));
    expect(hidden).toEqual([]);
    await player.page.context().close();
  });

  it.each([
    { language: 'fr', words: signInFr, personId: 7, activityId: 1701 },
    { language: 'en', words: signInEn, personId: 8, activityId: 1702 },
  ] as const)(
    'the card to copy from stays above the box that is filled in: $language',
    async ({ language, words, personId, activityId }) => {
      const context = await stack.browser.newContext({
        viewport: { width: 390, height: 844 },
        hasTouch: true,
      });
      const player = new BrowserPlayer(await context.newPage(), language, 'touch');
      await addSceneActivity(stack, 's01-first-login', { id: activityId, language });
      await player.launch(stack, personId, activityId);
      await player.acceptNotice();
      await player.hearIntroduction();
      await player.press(player.named(words['card.copyPassword']));
      await player.press(player.frame.getByLabel(words['signIn.password'], { exact: true }));
      await takePicture(player.page, 'phone-card', language);
      expect(await findHidden(player, '.card .given span:first-child')).toEqual([]);
      const frame = player.page.frame({ name: 'contentframe' });
      if (frame === null) throw new Error('the page has no frame of the tool');
      const box = player.frame.getByLabel(words['signIn.password'], { exact: true });
      expect(await findOutOfSight(frame, box)).toBeNull();
      await context.close();
    },
  );
});
