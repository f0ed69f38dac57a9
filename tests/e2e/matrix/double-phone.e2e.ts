/** Large text on a phone: what a screen asks, what to copy and where to type stay in reach. */
import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import { signInEn } from '../../../client/src/apps/sign-in/sign-in.en.ts';
import { signInFr } from '../../../client/src/apps/sign-in/sign-in.fr.ts';
import { shellEn } from '../../../client/src/i18n/catalogues/shell.en.ts';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { findViolations } from '../../support/accessibility.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { chooseTextSize, ComfortPerson } from '../../support/comfort-person.ts';
import { takePicture } from '../../support/picture.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';
import { findHidden, findSeenMiddle, lookAt } from '../../support/sight.ts';

const words = { fr: shellFr, en: shellEn };

const stack = setUpBrowserStack();

/** Opens the scene in which a form is filled in from a card. */
async function openForm(language: 'fr' | 'en', id: number): Promise<ComfortPerson> {
  const context = await stack.browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const person = new ComfortPerson(await context.newPage(), language, 'touch');
  await addSceneActivity(stack, 's06-hiring-form', { id, language });
  await person.launch(stack, 4, id);
  await person.openComfort();
  await person.choose('comfort.text-size', 'comfort.text-size.200');
  // The last choices: the dialog is scrolled to its end.
  await person.settings.getByRole('radio').last().scrollIntoViewIfNeeded();
  await takePicture(person.page, 'double-dialog', language);
  const close = await person.settings
    .getByRole('button', { name: person.comfortWord('comfort.close'), exact: true })
    .boundingBox();
  expect(close?.y).toBeGreaterThan(0);
  expect(close?.y).toBeLessThan(400);
  await person.closeComfort();
  await person.acceptNotice();
  await person.hearIntroduction();
  return person;
}

interface Reach {
  readonly height: number;
  readonly card: number;
  readonly toolbar: number;
  readonly goal: number;
  readonly rest: number;
}

/** Runs in the page, therefore as text: heights in px. */
const readReach = `(() => {
  const height = (selector) => document.querySelector(selector).getBoundingClientRect().height;
  return {
    height: innerHeight,
    card: height('.panes > .card'),
    toolbar: height('.toolbar'),
    goal: height('.goal'),
    rest: height('.panes > .rest'),
  };
})()`;

it.each([
  { language: 'fr', id: 1401 },
  { language: 'en', id: 1402 },
] as const)(
  'one menu holds the tools, and the card stays beside the form: $language',
  async ({ language, id }) => {
    const person = await openForm(language, id);
    const { frame, page } = person;
    await frame.locator('.panes').waitFor();
    await takePicture(page, 'double-form', language);
    const reach = await page.frame({ name: 'contentframe' })?.evaluate<Reach>(readReach);
    if (reach === undefined) throw new Error('no frame');
    expect(reach.card).toBeLessThanOrEqual(0.3 * reach.height);
    expect(reach.toolbar).toBeLessThanOrEqual(0.12 * reach.height);
    expect(reach.goal).toBeLessThanOrEqual(0.26 * reach.height);
    expect(reach.rest).toBeGreaterThanOrEqual(0.2 * reach.height);
    expect(await person.sidewaysOverflow()).toBe(0);
    expect(await findViolations(page)).toEqual([]);

    const text = words[language];
    const tools = frame.getByRole('group', { name: text['scene.tools'] });
    const names = async (): Promise<string[]> => tools.getByRole('button').allInnerTexts();
    expect((await names()).map((name) => name.trim())).toEqual([text['tool.more'], text['tool.done']]);
    await person.press(tools.getByRole('button', { name: text['tool.more'] }));
    await takePicture(page, 'double-menu', language);
    for (const key of ['tool.help', 'tool.pause', 'tool.skip', 'bar.comfort', 'bar.quit'] as const) {
      await frame.getByRole('menuitem', { name: text[key] }).waitFor();
    }
    await person.press(frame.getByRole('menuitem', { name: text['tool.help'] }));
    await frame.getByRole('heading', { name: text['tool.help'] }).waitFor();
    await takePicture(page, 'double-help', language);
    await page.context().close();
  },
);

interface Phone {
  readonly width: number;
  readonly height: number;
  readonly text: '150' | '200';
}

const small: Phone = { width: 320, height: 640, text: '150' };
const common: Phone = { width: 390, height: 844, text: '200' };

function frameOf({ page }: ComfortPerson): Frame {
  const frame = page.frame({ name: 'contentframe' });
  if (frame === null) throw new Error('no frame');
  return frame;
}

/** Before the notice is accepted. */
async function launch(
  scenario: string,
  language: 'fr' | 'en',
  { phone: { width, height, text }, id }: { readonly phone: Phone; readonly id: number },
): Promise<ComfortPerson> {
  const context = await stack.browser.newContext({
    viewport: { width, height },
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  const person = new ComfortPerson(await context.newPage(), language, 'touch');
  await addSceneActivity(stack, scenario, { id, language });
  await person.launch(stack, language === 'fr' ? 6 : 5, id);
  await chooseTextSize(person, text);
  return person;
}

it.each([
  { language: 'fr', phone: small, id: 4291 },
  { language: 'en', phone: small, id: 4292 },
  { language: 'fr', phone: common, id: 4293 },
  { language: 'en', phone: common, id: 4294 },
] as const)(
  'opens the sign-in page with its first box in sight, and the card above it: $language, $phone.text %',
  async ({ language, phone, id }) => {
    const say = language === 'fr' ? signInFr : signInEn;
    const person = await launch('s01-first-login', language, { phone, id });
    await person.acceptNotice();
    await person.hearIntroduction();
    const userName = person.frame.getByLabel(say['signIn.userName'], { exact: true });
    await userName.waitFor();
    await takePicture(person.page, `large-text-sign-in-${phone.text}`, language);
    expect(await findHidden(frameOf(person), person.named(say['card.title']))).toBeNull();
    expect(await findSeenMiddle(userName)).not.toBeNull();
    if (phone === common) expect(await findHidden(frameOf(person), userName)).toBeNull();
    await person.press(person.named(say['card.title']));
    await person.press(person.named(say['card.copyUserName']));
    await person.press(person.named(say['action.pasteIn'].replace('{box}', say['signIn.userName'])));
    expect(await userName.inputValue()).not.toBe('');
    expect((await lookAt(frameOf(person))).faults).toEqual([]);
    await person.page.context().close();
  },
);

it.each([
  { language: 'fr', phone: small, id: 4281 },
  { language: 'en', phone: small, id: 4282 },
  { language: 'fr', phone: common, id: 4283 },
  { language: 'en', phone: common, id: 4284 },
] as const)(
  'begins with the notice’s first words, and holds what goes on at the edge: $language, $phone.text %',
  async ({ language, phone, id }) => {
    const person = await launch('s02-inbox', language, { phone, id });
    await person.frame.locator('body').evaluate('scrollTo(0, 0)');
    const words = person.frame.locator('main li p').first();
    await takePicture(person.page, `large-text-notice-page-${phone.text}`, language);
    if (phone === common) expect(await findHidden(frameOf(person), words)).toBeNull();
    else expect(await findSeenMiddle(words)).not.toBeNull();
    await person.press(person.shellButton('notice.accept'));
    for (const key of ['welcome.go', 'introduction.next'] as const) {
      const button = person.shellButton(key);
      await button.waitFor();
      await takePicture(person.page, `large-text-${key}-${phone.text}`, language);
      expect(await findHidden(frameOf(person), button), key).toBeNull();
      await person.press(button);
    }
    const said = person.frame.locator('.bubble p').last();
    await said.waitFor();
    if (phone === common) expect(await findHidden(frameOf(person), said)).toBeNull();
    await person.page.context().close();
  },
);
