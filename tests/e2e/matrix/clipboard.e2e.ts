import { expect, it } from 'vitest';
import { signInEn } from '../../../client/src/apps/sign-in/sign-in.en.ts';
import { signInFr } from '../../../client/src/apps/sign-in/sign-in.fr.ts';
import { BrowserPerson } from '../../support/browser-person.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';

const stack = setUpBrowserStack();

const words = { fr: signInFr, en: signInEn };

it.each(['fr', 'en'] as const)(
  'copies to the device in a frame without allow="clipboard-write": %s',
  async (language) => {
    const context = await stack.browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const messages: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) messages.push(message.text());
    });
    const id = language === 'fr' ? 1101 : 1102;
    await addSceneActivity(stack, 's01-first-login', { id, language });
    const person = new BrowserPerson(page, language, 'mouse');
    await person.launch(stack, 4, id);
    await person.acceptNotice();
    await person.hearIntroduction();
    const t = words[language];
    const box = (label: string) => person.frame.getByLabel(label, { exact: true });
    await person.fill(box(t['signIn.userName']), 'copied before');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+x');
    const password = await person.frame
      .locator('dd')
      .filter({ has: person.named(t['card.copyPassword']) })
      .locator('span')
      .first()
      .textContent();
    await person.press(person.named(t['card.copyPassword']));
    await person.frame.getByText(t['said.copied']).waitFor();
    await box(t['signIn.password']).focus();
    await page.keyboard.press('ControlOrMeta+v');
    expect(await box(t['signIn.password']).inputValue()).toBe(password);
    expect(messages).toEqual([]);
    await context.close();
  },
);
