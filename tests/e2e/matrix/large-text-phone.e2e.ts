/** Large text on a phone, below an LMS's own lines: what opens, what a press did and every menu are in sight. */
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { meetingEn } from '../../../client/src/apps/meeting/meeting.en.ts';
import { meetingFr } from '../../../client/src/apps/meeting/meeting.fr.ts';
import { punchEn } from '../../../client/src/apps/punch/punch.en.ts';
import { punchFr } from '../../../client/src/apps/punch/punch.fr.ts';
import { scanEn } from '../../../client/src/apps/scan/scan.en.ts';
import { scanFr } from '../../../client/src/apps/scan/scan.fr.ts';
import { BrowserPerson } from '../../support/browser-person.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { chooseTextSize } from '../../support/comfort-person.ts';
import { takePicture } from '../../support/picture.ts';
import { assistantPath } from '../../support/scene-paths/assistant-path.ts';
import { meetingPath } from '../../support/scene-paths/meeting-path.ts';
import { payStubPath } from '../../support/scene-paths/pay-stub-path.ts';
import { privacyPath } from '../../support/scene-paths/privacy-path.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';
import { welcomePath } from '../../support/scene-paths/welcome-path.ts';
import { SceneWeek } from '../../support/scene-week.ts';
import { findHidden, lookAt } from '../../support/sight.ts';

const stack = setUpBrowserStack();

interface Phone {
  readonly width: number;
  readonly height: number;
  readonly text: '150' | '200';
}

const small: Phone = { width: 320, height: 640, text: '150' };
const common: Phone = { width: 390, height: 844, text: '200' };

async function enter(
  scenario: string,
  language: 'fr' | 'en',
  { phone: { width, height, text }, id }: { readonly phone: Phone; readonly id: number },
): Promise<BrowserPerson> {
  const activityId = await addSceneActivity(stack, scenario, { id, language });
  const context = await stack.browser.newContext({
    viewport: { width, height },
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  const person = new BrowserPerson(await context.newPage(), language, 'touch');
  await person.launch(stack, language === 'fr' ? 4 : 5, activityId);
  await person.acceptNotice();
  await person.hearIntroduction();
  await chooseTextSize(person, text);
  return person;
}

/** What hides a part of it; null if nothing does. */
async function hidden({ page }: BrowserPerson, target: Locator): Promise<string | null> {
  const frame = page.frame({ name: 'contentframe' });
  return frame === null ? 'no frame' : findHidden(frame, target);
}

async function faultsOf({ page }: BrowserPerson): Promise<readonly string[]> {
  const frame = page.frame({ name: 'contentframe' });
  return frame === null ? ['no frame'] : (await lookAt(frame)).faults;
}

const punch = {
  fr: { ...punchFr, app: 'Pointage', notice: 'Mise à jour du téléphone', later: 'Plus tard' },
  en: { ...punchEn, app: 'Punch clock', notice: 'Phone update', later: 'Later' },
};

it.each([
  { language: 'fr', phone: small, id: 4201 },
  { language: 'en', phone: small, id: 4202 },
  { language: 'fr', phone: common, id: 4203 },
  { language: 'en', phone: common, id: 4204 },
] as const)(
  'shows the titles of a notice and of the page after it, and what was punched: $language, $phone.text %',
  async ({ language, phone, id }) => {
    const say = punch[language];
    const person = await enter('s14-punch-app', language, { phone, id });
    const { frame, page } = person;
    await person.press(person.named(say.app));
    const notice = frame.getByRole('heading', { name: say.notice });
    await notice.waitFor();
    await takePicture(page, `large-text-notice-${phone.text}`, language);
    expect(await hidden(person, notice)).toBeNull();
    await person.press(person.named(say.later));
    const day = frame.getByRole('heading', { name: say['clock.title'] });
    await day.waitFor();
    await takePicture(page, `large-text-punch-${phone.text}`, language);
    expect(await hidden(person, day)).toBeNull();
    await person.press(person.named(say['clock.in']));
    const said = frame.locator('p.said', { hasText: say['said.in'] });
    await said.waitFor();
    await expect.poll(() => hidden(person, said)).toBeNull();
    await takePicture(page, `large-text-said-${phone.text}`, language);
    await page.context().close();
  },
);

it.each([
  { language: 'fr', phone: small, id: 4211 },
  { language: 'en', phone: small, id: 4212 },
  { language: 'fr', phone: common, id: 4213 },
  { language: 'en', phone: common, id: 4214 },
] as const)('opens « Plus » inside the frame: $language, $phone.text %', async ({ language, phone, id }) => {
  const person = await enter('s03-tidy', language, { phone, id });
  await person.press(person.shellButton('tool.more'));
  await person.shellItem('bar.quit').waitFor();
  await takePicture(person.page, `large-text-more-${phone.text}`, language);
  expect(await faultsOf(person)).toEqual([]);
  await person.page.context().close();
});

it.each([
  { path: payStubPath, phone: common, id: 4221 },
  { path: meetingPath, phone: small, id: 4222 },
] as const)(
  'cuts, breaks and covers nothing in $path.scenario at $phone.text %',
  async ({ path, phone, id }) => {
    const person = await enter(path.scenario, 'fr', { phone, id });
    await path.play(person, async (screen) => {
      expect(await faultsOf(person), screen).toEqual([]);
    });
    await person.page.context().close();
  },
);

it.each([
  { language: 'fr', phone: small, id: 4251 },
  { language: 'en', phone: common, id: 4252 },
] as const)(
  'shows « Annuler » where the welcome asks for it, and cuts nothing: $language, $phone.text %',
  async ({ language, phone, id }) => {
    const person = await enter('s00-welcome', language, { phone, id });
    await welcomePath.play(person, async (screen) => {
      expect(await faultsOf(person), screen).toEqual([]);
      if (screen === 'point' && phone === common)
        expect(await hidden(person, person.named('The mug').locator('svg'))).toBeNull();
      if (screen === 'message')
        expect(await hidden(person, person.frame.locator('.message .from'))).toBeNull();
      if (screen !== 'erased') return;
      await takePicture(person.page, `large-text-undo-${phone.text}`, language);
      const undo = person.frame.locator('.undo').getByRole('button');
      expect(await hidden(person, undo)).toBeNull();
    });
    await person.page.context().close();
  },
);

it.each([
  { language: 'fr', id: 4261 },
  { language: 'en', id: 4262 },
] as const)('shows the way into a meeting: $language, 200 %', async ({ language, id }) => {
  const say = language === 'fr' ? meetingFr : meetingEn;
  const person = await enter('s08-video-meeting', language, { phone: common, id });
  await meetingPath.play(person, async (screen) => {
    if (screen === 'waiting') expect(await hidden(person, person.named(say['waiting.next']))).toBeNull();
  });
  await person.page.context().close();
});

/** Runs in the page, therefore as text. */
const iconsInFirstRow = `(() => {
  const tops = [...document.querySelectorAll('.icons li')].map((icon) => icon.getBoundingClientRect().top);
  return tops.filter((top) => top === tops[0]).length;
})()`;

/** Runs in the page, therefore as text: letters and digits of an address between its signs that stand on two lines. */
const brokenParts = `(() => {
  const texts = [...document.querySelector('.address').childNodes].filter(({ nodeType }) => nodeType === 3);
  return texts.flatMap((text) => [...text.data.matchAll(/\\w+/g)].flatMap(({ 0: part, index }) => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + part.length);
    return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1 ? [part] : [];
  }));
})()`;

it.each([
  { language: 'fr', phone: common, id: 4263 },
  { language: 'en', phone: small, id: 4264 },
] as const)(
  'shows two apps beside each other, and an address that no line breaks within a word: $language, $phone.text %',
  async ({ language, phone, id }) => {
    const say = language === 'fr' ? scanFr : scanEn;
    const person = await enter('s12-privacy', language, { phone, id });
    const frame = person.page.frame({ name: 'contentframe' });
    await privacyPath.play(person, async (screen) => {
      if (screen === 'home') {
        expect(await frame?.evaluate(iconsInFirstRow)).toBe(2);
        expect(await faultsOf(person)).toEqual([]);
      }
      if (screen !== 'address') return;
      await takePicture(person.page, `large-text-address-${phone.text}`, language);
      expect(await hidden(person, person.named(say['address.cancel']))).toBeNull();
      expect(await frame?.evaluate(brokenParts)).toEqual([]);
    });
    await person.page.context().close();
  },
);

it.each([
  { language: 'fr', phone: common, id: 4271 },
  { language: 'en', phone: common, id: 4272 },
  { language: 'fr', phone: small, id: 4273 },
] as const)(
  'says in words that there is more of the goal, and keeps the button in its place when it unfolds: $language, $phone.text %',
  async ({ language, phone, id }) => {
    const person = await enter('s14-punch-app', language, { phone, id });
    const show = person.shellButton('scene.showGoal');
    const folded = await show.boundingBox();
    const word = await show.locator('.word').boundingBox();
    await takePicture(person.page, `large-text-goal-folded-${phone.text}`, language);
    // A word that only screen readers get is 1 px wide.
    expect(word?.width).toBeGreaterThan(20);
    expect(await hidden(person, show.locator('.word'))).toBeNull();
    await person.press(show);
    await takePicture(person.page, `large-text-goal-${phone.text}`, language);
    expect(folded).not.toBeNull();
    expect(await person.shellButton('scene.hideGoal').boundingBox()).toEqual(folded);
    await person.page.context().close();
  },
);

it('shows that the document was sent', async () => {
  const person = await enter('s13-ai-assistant', 'fr', { phone: common, id: 4231 });
  await assistantPath.play(person, async (screen) => {
    if (screen !== 'sent') return;
    const sent = person.frame.getByRole('heading', { name: 'Envoyé à Nadia' });
    await takePicture(person.page, 'large-text-sent', 'fr');
    expect(await hidden(person, sent)).toBeNull();
  });
  await person.page.context().close();
});

it.each([
  { language: 'fr', personId: 6, phone: small, activityId: 4241 },
  { language: 'en', personId: 7, phone: common, activityId: 4242 },
] as const)(
  'begins the map after a day with how the day ended: $language, $phone.text %',
  async ({ language, personId, activityId, phone: { width, height, text } }) => {
    const week = await SceneWeek.start(stack, stack.browser, {
      scenarios: ['s02-inbox', 's04-schedule'],
      language,
      input: 'touch',
      personId,
      activityId,
      context: { viewport: { width, height } },
    });
    const { person } = week;
    await person.enterScene();
    await chooseTextSize(person, text);
    await week.skip();
    await takePicture(person.page, `large-text-day-end-${text}`, language);
    expect(await hidden(person, person.frame.getByRole('heading', { level: 1 }))).toBeNull();
    await week.close();
  },
);
