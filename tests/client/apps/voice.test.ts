/** Apps say « vous », as in real software. The practice page is Nadia’s: she says « tu ». */
import { expect, it } from 'vitest';
import { browserFr } from '../../../client/src/apps/browser/browser.fr.ts';
import { filesFr } from '../../../client/src/apps/files/files.fr.ts';
import { formFr } from '../../../client/src/apps/form/form.fr.ts';
import { kitFr } from '../../../client/src/apps/kit/kit.fr.ts';
import { mailFr } from '../../../client/src/apps/mail/mail.fr.ts';
import { phoneFr } from '../../../client/src/apps/phone/phone.fr.ts';
import { practiceFr } from '../../../client/src/apps/practice/practice.fr.ts';
import { sheetFr } from '../../../client/src/apps/sheet/sheet.fr.ts';
import { signInFr } from '../../../client/src/apps/sign-in/sign-in.fr.ts';

const apps = { browserFr, filesFr, formFr, kitFr, mailFr, phoneFr, sheetFr, signInFr };
const tu = /(?<!\p{L})(?:tu|toi|te|ton|ta|tes)(?!\p{L})/iu;
const vous = /(?<!\p{L})(?:vous|votre|vos)(?!\p{L})/iu;

function saying(texts: Readonly<Record<string, string>>, words: RegExp): string[] {
  return Object.keys(texts).filter((key) => words.test(texts[key] ?? ''));
}

it.each(Object.entries(apps))('%s says « vous »', (name, texts) => {
  // The card comes from Nadia.
  expect(saying(texts, tu)).toEqual(name === 'signInFr' ? ['card.title'] : []);
});

it('the practice page says « tu »', () => {
  expect(saying(practiceFr, vous)).toEqual([]);
});
