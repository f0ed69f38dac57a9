/** « Double » text on a phone: what a scene asks, what to copy and where to type stay in reach. */
import { expect, it } from 'vitest';
import { shellEn } from '../../../client/src/i18n/catalogues/shell.en.ts';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { findViolations } from '../../support/accessibility.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { ComfortPerson } from '../../support/comfort-person.ts';
import { takePicture } from '../../support/picture.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';

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
