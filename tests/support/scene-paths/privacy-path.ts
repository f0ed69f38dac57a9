/** Privacy played correctly: the sticker's address is read and left, the poster's opened; then the rights of the lamp by
 *  the path, and the profile by the search. */
import { browserEn } from '../../../client/src/apps/browser/browser.en.ts';
import { browserFr } from '../../../client/src/apps/browser/browser.fr.ts';
import { homeEn } from '../../../client/src/apps/home/home.en.ts';
import { homeFr } from '../../../client/src/apps/home/home.fr.ts';
import { scanEn } from '../../../client/src/apps/scan/scan.en.ts';
import { scanFr } from '../../../client/src/apps/scan/scan.fr.ts';
import type { BrowserPerson } from '../browser-person.ts';
import type { ScenePath } from './scene-path.ts';

const words = { fr: { ...browserFr, ...homeFr, ...scanFr }, en: { ...browserEn, ...homeEn, ...scanEn } };

/** Texts in every variant. */
const content = {
  fr: {
    reader: 'Lecteur de codes',
    sticker: /Lire ce code sur l’autocollant/,
    own: /Lire ce code au bas de l’affiche/,
    menu: 'Menu de la semaine',
    settings: 'Réglages',
    apps: 'Applications',
    lamp: 'Lampe',
    rights: [/^Contacts/, /^Lieu/],
    search: 'prof',
    profile: /^Profil/,
    hidden: /^Profil privé/,
  },
  en: {
    reader: 'Code reader',
    sticker: /Read this code on the sticker/,
    own: /Read this code at the bottom of the poster/,
    menu: 'This week’s menu',
    settings: 'Settings',
    apps: 'Apps',
    lamp: 'Flashlight',
    rights: [/^Contacts/, /^Location/],
    search: 'prof',
    profile: /^Profile/,
    hidden: /^Private profile/,
  },
};

export const privacyPath: ScenePath = {
  scenario: 's12-privacy',
  play: async (person, see) => {
    await readCode(person, see);
    await refuseCookies(person, see);
    await person.press(person.appButton('home'));
    await setLamp(person, see);
    await hideProfile(person, see);
  },
};

type See = (screen: string) => Promise<void>;

async function readCode(person: BrowserPerson, see: See): Promise<void> {
  const { frame, language } = person;
  const say = words[language];
  const { reader, sticker, own } = content[language];
  await person.named(reader).waitFor();
  await see('home');
  await person.press(person.named(reader));
  await person.named(say['camera.start']).waitFor();
  await see('poster');
  await person.press(person.named(say['camera.start']));
  await person.named(say['ask.allow']).waitFor();
  await see('permission');
  await person.press(person.named(say['ask.allow']));
  await frame.getByRole('button', { name: own }).waitFor();
  await see('camera');
  await person.press(frame.getByRole('button', { name: sticker }));
  await person.named(say['address.cancel']).waitFor();
  await see('sticker');
  await person.press(person.named(say['address.cancel']));
  await person.press(frame.getByRole('button', { name: own }));
  await person.named(say['address.open']).waitFor();
  await see('address');
  await person.press(person.named(say['address.open']));
}

async function refuseCookies(person: BrowserPerson, see: See): Promise<void> {
  const { frame, language } = person;
  const say = words[language];
  await frame.getByRole('heading', { name: say['cookies.title'] }).waitFor();
  await see('banner');
  await person.press(person.named(say['cookies.choose']));
  await person.named(say['cookies.save']).waitFor();
  await see('choices');
  await person.press(person.named(say['cookies.refuse']));
  await person.named(say['cookies.review']).waitFor();
  await see('menu');
}

async function setLamp(person: BrowserPerson, see: See): Promise<void> {
  const { frame, language } = person;
  const { settings, apps, lamp, rights } = content[language];
  await person.press(person.named(settings));
  await frame.getByLabel(words[language]['search.label']).waitFor();
  await see('settings');
  await person.press(person.named(apps));
  await frame.getByRole('heading', { name: apps }).waitFor();
  await person.press(person.named(lamp));
  await frame.getByRole('switch').first().waitFor();
  await see('rights');
  for (const name of rights) await person.press(frame.getByRole('switch', { name }));
  await see('lamp');
  await person.press(person.named(words[language]['action.back']));
  await frame.getByRole('heading', { name: apps }).waitFor();
  await person.press(person.named(words[language]['action.back']));
}

async function hideProfile(person: BrowserPerson, see: See): Promise<void> {
  const { frame, language } = person;
  const { search, profile, hidden } = content[language];
  await person.fill(frame.getByLabel(words[language]['search.label']), search);
  const found = frame.getByRole('search').getByRole('button', { name: profile });
  await found.waitFor();
  await see('search');
  await person.press(found);
  await person.press(frame.getByRole('switch', { name: hidden }));
  await see('profile');
}
