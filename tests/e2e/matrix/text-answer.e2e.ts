/** A text put together from ready-made sentences: the message and « Envoyer » stay in view. */
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { kitFr } from '../../../client/src/apps/kit/kit.fr.ts';
import { phoneFr } from '../../../client/src/apps/phone/phone.fr.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { chooseTextSize } from '../../support/comfort-person.ts';
import { type FrameSize, frameSize, giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';
import { findHidden } from '../../support/sight.ts';
import { WeekPerson } from '../../support/week-person.ts';

const stack = setUpBrowserStack();
const phone = { width: 390, height: 844 };

interface Place {
  readonly shown: FrameSize;
  readonly input: 'mouse' | 'touch';
  readonly size: '100' | '200';
  readonly id: number;
}

/** Opens the conversation with Samir, which has no message yet. */
async function openSamir({ shown, input, size, id }: Place): Promise<WeekPerson> {
  const activityId = await addSceneActivity(stack, 's05-parcel', { id, language: 'fr' });
  const context = await stack.browser.newContext({
    viewport: { width: shown.width, height: 900 },
    hasTouch: input === 'touch',
    reducedMotion: 'reduce',
  });
  const person = new WeekPerson(await context.newPage(), 'fr', input);
  await person.launch(stack, 6, activityId);
  await giveFrame(person.page, shown);
  await person.acceptNotice();
  await person.hearIntroduction();
  if (size !== '100') await chooseTextSize(person, size);
  await person.press(person.appButton('phone'));
  await person.press(person.frame.getByRole('button', { name: /^Samir/ }));
  await person.frame.locator('[data-focus="conversation"]').waitFor();
  return person;
}

/** Presses two of the sentences; returns which of the parts were out of sight after each. */
async function chooseTwo(
  person: WeekPerson,
  picture: string,
  parts: readonly Locator[],
): Promise<readonly (string | null)[]> {
  const tool = person.page.frame({ name: 'contentframe' });
  if (tool === null) throw new Error('the page has no frame of the tool');
  const hidden: (string | null)[] = [];
  for (const nth of [0, 1]) {
    await person.press(person.frame.locator('details[open] .phrases button').nth(nth));
    await person.frame.getByText(kitFr['said.phraseAdded']).first().waitFor();
    await takePicture(person.page, `text-answer-${picture}-${String(nth)}`, 'fr');
    for (const part of parts) hidden.push(await findHidden(tool, part));
  }
  return hidden;
}

it.each([
  { where: 'a low frame', shown: frameSize, input: 'mouse', size: '100', id: 2801 },
  { where: 'a phone', shown: phone, input: 'touch', size: '100', id: 2802 },
] as const)('keeps the message and its button in view when a sentence is chosen in $where', async (place) => {
  const person = await openSamir(place);
  const parts = [person.frame.locator('[data-focus="message-box"]'), person.named(phoneFr['action.send'])];
  expect(await chooseTwo(person, place.input, parts)).toEqual([null, null, null, null]);
  await person.page.context().close();
});

it('keeps the button that sends in view when a sentence is chosen at « Double » on a phone', async () => {
  const person = await openSamir({ shown: phone, input: 'touch', size: '200', id: 2803 });
  expect(await chooseTwo(person, 'double', [person.named(phoneFr['action.send'])])).toEqual([null, null]);
  await person.page.context().close();
});
