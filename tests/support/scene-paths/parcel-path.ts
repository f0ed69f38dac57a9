/** The parcel scene played correctly: two messages marked as safe, two reported, Samir warned. */
import type { Locator } from 'playwright-core';
import { kitEn } from '../../../client/src/apps/kit/kit.en.ts';
import { kitFr } from '../../../client/src/apps/kit/kit.fr.ts';
import { mailEn } from '../../../client/src/apps/mail/mail.en.ts';
import { mailFr } from '../../../client/src/apps/mail/mail.fr.ts';
import type { BrowserPerson } from '../browser-person.ts';
import type { ScenePath } from './scene-path.ts';

const words = { fr: { ...kitFr, ...mailFr }, en: { ...kitEn, ...mailEn } };

/** Texts of the messages in every variant. */
const content = {
  fr: {
    order: /Votre commande/,
    schedule: /L’horaire de/,
    deposit: /Confirme ton dépôt direct/,
    link: /Voir l’horaire/,
    parcel: /Service de livraison/,
    hello: 'Bonjour,',
    say: 'Dire',
    warning: 'J’ai reçu un message dangereux.',
  },
  en: {
    order: /Your order/,
    schedule: /Schedule for/,
    deposit: /Confirm your direct deposit/,
    link: /See the schedule/,
    parcel: /Delivery service/,
    hello: 'Hello,',
    say: 'Your message',
    warning: 'I got a dangerous message.',
  },
};

export const parcelPath: ScenePath = {
  scenario: 's05-parcel',
  play: async (person, see) => {
    const { frame, language } = person;
    const say = words[language];
    const { order, schedule, deposit, link, parcel } = content[language];
    const open = async (subject: RegExp): Promise<void> => {
      const back = person.named(say['action.backToList']);
      if (await back.isVisible()) await person.press(back);
      await person.press(frame.getByRole('button', { name: subject }));
      await frame.getByRole('heading', { name: subject }).waitFor();
    };
    await frame.getByRole('button', { name: schedule }).waitFor();
    await see('list');
    await open(schedule);
    await person.press(frame.getByRole('button', { name: link }));
    await person.named(say['link.open']).waitFor();
    await see('link');
    await person.press(person.named(say['action.keep']));
    await open(order);
    await person.press(person.named(say['action.keep']));
    await open(deposit);
    await see('message');
    await person.press(person.named(say['action.report']));
    await frame.getByText(say['said.reported']).first().waitFor();
    await see('reported');
    await person.press(person.appButton('phone'));
    await person.press(frame.getByRole('button', { name: parcel }));
    await see('text');
    // Named after its message too.
    await person.press(frame.getByRole('button', { name: say['action.report'] }));
    await see('text-reported');
    await person.press(person.appButton('mail'));
    await warn(person, see);
  },
};

async function warn(person: BrowserPerson, see: (screen: string) => Promise<void>): Promise<void> {
  const { frame, language } = person;
  const say = words[language];
  const { hello, say: group, warning } = content[language];
  await person.press(person.named(say['action.new']));
  await person.press(person.named(say['compose.addPerson']));
  await choose(person, frame.getByRole('menuitem', { name: /Samir/ }));
  await person.press(person.named(hello));
  await person.press(frame.locator('summary', { hasText: group }));
  await person.press(person.named(warning));
  await see('warning');
  await person.press(person.named(say['action.send']));
  await frame.getByText(say['said.sent']).first().waitFor();
}

/** An opened menu focuses its first item, which is Samir. */
async function choose(person: BrowserPerson, item: Locator): Promise<void> {
  if (person.input === 'keyboard') await person.page.keyboard.press('Enter');
  else await person.press(item);
}
