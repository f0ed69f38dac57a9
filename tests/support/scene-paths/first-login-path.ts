/** The first login the right way: card copied, « Garder ma session ouverte » unchecked, a passphrase, the code, a no to Marc, a yes to Nadia. */
import { kitEn } from '../../../client/src/apps/kit/kit.en.ts';
import { kitFr } from '../../../client/src/apps/kit/kit.fr.ts';
import { phoneEn } from '../../../client/src/apps/phone/phone.en.ts';
import { phoneFr } from '../../../client/src/apps/phone/phone.fr.ts';
import { signInEn } from '../../../client/src/apps/sign-in/sign-in.en.ts';
import { signInFr } from '../../../client/src/apps/sign-in/sign-in.fr.ts';
import type { ScenePath } from './scene-path.ts';

const words = {
  fr: {
    apps: kitFr,
    phone: phoneFr,
    page: signInFr,
    no: 'Non Marc, je le garde.',
    yes: 'Oui, je suis devant.',
  },
  en: { apps: kitEn, phone: phoneEn, page: signInEn, no: 'No Marc, I keep it.', yes: 'Yes, I am here.' },
};

/** A secret that must be found nowhere. */
const madeUpPassword = 'grenouille-sofa-tempête-3';

export const firstLoginPath: ScenePath = {
  scenario: 's01-first-login',
  secret: madeUpPassword,
  play: async (person, see) => {
    const { frame } = person;
    const { apps, phone, page, no, yes } = words[person.language];
    const paste = (box: string): string => page['action.pasteIn'].replace('{box}', box);
    const title = (key: 'password.title' | 'code.title' | 'open.title'): Promise<void> =>
      frame.getByRole('heading', { name: page[key], level: 3 }).waitFor();
    // Presses until the box contains what was copied now, and not what was copied before.
    const carry = async (copy: string, box: string, before: string): Promise<string> => {
      const target = frame.getByLabel(box, { exact: true });
      for (;;) {
        await person.press(person.named(copy));
        await person.press(person.named(paste(box)));
        const held = await target.inputValue();
        if (held !== '' && held !== before) return held;
      }
    };
    // Large text on a phone folds the card.
    const fold = person.named(page['card.title']);
    if (await fold.isVisible()) await person.press(fold);
    const userName = await carry(page['card.copyUserName'], page['signIn.userName'], '');
    await carry(page['card.copyPassword'], page['signIn.password'], userName);
    const keep = frame.getByRole('checkbox', { name: page['signIn.keep'] });
    await person.goTo(keep);
    if (person.input === 'keyboard') await person.page.keyboard.press('Space');
    await see('sign-in');
    await person.press(person.named(page['action.signIn']));
    await title('password.title');
    await person.fill(frame.getByLabel(page['password.new'], { exact: true }), madeUpPassword);
    await person.fill(frame.getByLabel(page['password.again'], { exact: true }), madeUpPassword);
    await see('password');
    await person.press(person.named(page['action.continue']));
    await title('code.title');
    await person.press(person.appButton('phone'));
    await person.press(frame.getByRole('button', { name: /^Ateliers Boréal/ }));
    await person.press(frame.getByRole('button', { name: new RegExp(`^${phone['action.copyCode']}`) }));
    await see('code');
    const answer = async (name: RegExp, text: string): Promise<void> => {
      const list = person.named(phone['action.back']);
      if (await list.isVisible()) await person.press(list);
      await person.press(frame.getByRole('button', { name }));
      await person.fill(frame.getByRole('textbox', { name: apps['compose.write'] }), text);
      await person.pressFor(person.named(phone['action.send']), frame.getByText(text, { exact: true }));
    };
    await answer(/^Nadia/, yes);
    await answer(/^Marc/, no);
    await see('refusal');
    await person.press(person.appButton('sign-in'));
    await person.press(person.named(paste(page['code.box'])));
    await person.press(person.named(page['action.confirmCode']));
    await title('open.title');
    await see('session');
  },
};
