/** What was seen at the edges of screens in usual text: an empty band, outlines beside a fade, a sentence out of line, a cut answer. */
import { expect, it } from 'vitest';
import { browserEn } from '../../../client/src/apps/browser/browser.en.ts';
import { browserFr } from '../../../client/src/apps/browser/browser.fr.ts';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { type FrameSize, frameSize, giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { addSceneActivity, addWeekActivity } from '../../support/scene-paths/scene-path.ts';
import { findHidden } from '../../support/sight.ts';
import { WeekPerson } from '../../support/week-person.ts';

const stack = setUpBrowserStack();

const laptop = { width: 1366, height: 518 };
const phone = { width: 390, height: 844 };

/** Runs in the page, therefore as text: px of an app's bar below its last button. */
const emptyBand = `(() => {
  const bar = document.querySelector('.app-frame header');
  const ends = [...bar.querySelectorAll('button')].map((button) => button.getBoundingClientRect().bottom);
  return bar.getBoundingClientRect().bottom - Math.max(...ends);
})()`;

/** Px by which the days, with the frame of the current one, come nearer to a side of the fade than it is whole. */
const besideFade = `(() => {
  const fade = document.querySelector('.actions').getBoundingClientRect();
  const path = document.querySelector('.path').getBoundingClientRect();
  return Math.max(0, 8 - (path.left - fade.left), 8 - (fade.right - path.right));
})()`;

/** Middle and size of the sentences beside the title of the notice, in px. */
const sentences = `[...document.querySelectorAll('.head p')]
  .filter((one) => one.textContent !== '').map((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    const { fontSize, color } = getComputedStyle(one);
    return { middle: Math.round((top + bottom) / 2), fontSize, color };
  })`;

async function open(language: 'fr' | 'en', size: FrameSize, activityId: number): Promise<WeekPerson> {
  const context = await stack.browser.newContext({
    viewport: { width: size.width, height: 900 },
    reducedMotion: 'reduce',
  });
  const person = new WeekPerson(await context.newPage(), language, 'mouse');
  await person.launch(stack, 6, activityId);
  await giveFrame(person.page, size);
  return person;
}

function read<Value>({ page }: WeekPerson, script: string): Promise<Value> {
  const tool = page.frame({ name: 'contentframe' });
  if (tool === null) throw new Error('the page has no frame of the tool');
  return tool.evaluate<Value>(script);
}

it('keeps no empty band below the bar of an app on a phone, when no link stands in it', async () => {
  const texts = await open(
    'fr',
    phone,
    await addSceneActivity(stack, 's01-first-login', { id: 2601, language: 'fr' }),
  );
  await texts.acceptNotice();
  await texts.hearIntroduction();
  await texts.press(texts.appButton('phone'));
  await texts.press(texts.frame.locator('.app-frame [data-row]').first());
  await texts.frame.locator('[data-focus="conversation"]').waitFor();
  await takePicture(texts.page, 'edges-texts', 'fr');
  expect(await read<number>(texts, emptyBand)).toBeLessThanOrEqual(16);
  await texts.page.context().close();

  const mail = await open(
    'fr',
    phone,
    await addSceneActivity(stack, 's02-inbox', { id: 2602, language: 'fr' }),
  );
  await mail.acceptNotice();
  await mail.hearIntroduction();
  await mail.frame.locator('.app-frame [data-row]').first().waitFor();
  expect(await read<number>(mail, emptyBand)).toBeLessThanOrEqual(16);
  await mail.page.context().close();
});

it.each([
  { size: laptop, id: 2603 },
  { size: frameSize, id: 2604 },
])('fades the days out to their outlines in $size.width px', async ({ size, id }) => {
  const person = await open('fr', size, await addWeekActivity(stack, { id, language: 'fr' }));
  await person.acceptNotice();
  await person.map.waitFor();
  await takePicture(person.page.locator('#contentframe'), `edges-map-${size.width}`, 'fr');
  expect(await read<number>(person, besideFade)).toBe(0);
  await person.page.context().close();
});

it('sets both sentences beside the title of the notice in one line, when the device has no voice', async () => {
  const person = await open('fr', laptop, await addWeekActivity(stack, { id: 2605, language: 'fr' }));
  await person.frame.getByText(shellFr['listen.none']).waitFor();
  await takePicture(person.page.locator('#contentframe'), 'edges-notice', 'fr');
  const found = await read<readonly unknown[]>(person, sentences);
  expect(found).toHaveLength(2);
  expect(found[1]).toEqual(found[0]);
  await person.page.context().close();
});

it.each([
  { language: 'fr', words: browserFr, id: 2606 },
  { language: 'en', words: browserEn, id: 2607 },
] as const)(
  'shows every answer for Rosa, and the button that sends it, in $language',
  async ({ language, words, id }) => {
    const person = await open(
      language,
      frameSize,
      await addSceneActivity(stack, 's07-recycling', { id, language }),
    );
    await person.acceptNotice();
    await person.hearIntroduction();
    await person.press(person.named(words['note.open'].replace('{name}', 'Rosa')));
    const send = person.named(words['note.send']);
    await send.waitFor();
    await takePicture(person.page.locator('#contentframe'), 'edges-answer', language);
    const tool = person.page.frame({ name: 'contentframe' });
    if (tool === null) throw new Error('the page has no frame of the tool');
    const answers = person.frame.locator('.choices label');
    expect(await answers.count()).toBe(6);
    for (const part of [...(await answers.all()), send]) expect.soft(await findHidden(tool, part)).toBeNull();
    await person.page.context().close();
  },
);
