/** « Mes données »: read, copied and erased, by keyboard in a low frame and by touch on a phone. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { comfortEn } from '../../../client/src/i18n/catalogues/comfort.en.ts';
import { comfortFr } from '../../../client/src/i18n/catalogues/comfort.fr.ts';
import { dataEn } from '../../../client/src/i18n/catalogues/data.en.ts';
import { dataFr } from '../../../client/src/i18n/catalogues/data.fr.ts';
import { shellEn } from '../../../client/src/i18n/catalogues/shell.en.ts';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import type { PersonCopy } from '../../../server/own-data/person-copy.ts';
import { findViolations } from '../../support/accessibility.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { takePicture } from '../../support/picture.ts';
import { openTwoScenes, type Visit } from '../../support/two-scenes.ts';

const words = {
  fr: { ...dataFr, ...comfortFr, ...shellFr },
  en: { ...dataEn, ...comfortEn, ...shellEn },
};

const stack = setUpBrowserStack();

describe('own data', () => {
  it.each<Visit>([
    { language: 'fr', input: 'keyboard', width: 969, height: 409, personId: 4 },
    { language: 'en', input: 'touch', width: 390, height: 844, personId: 5 },
  ])('are read, copied and erased by $input in $language at $width px', async (each) => {
    const { language, width, personId } = each;
    const t = words[language];
    const person = await openTwoScenes(stack, each, 1800 + personId);
    const { page } = person;
    const see = async (screen: string): Promise<void> => {
      await takePicture(page, `own-data-${screen}-${width}`, language);
      expect([screen, await findViolations(page)]).toEqual([screen, []]);
    };
    await person.acceptNotice();
    await person.map.waitFor();

    await person.press(person.named(t['bar.comfort']));
    await person.press(person.named(t['comfort.data.read']));
    await person.frame.getByRole('heading', { name: t['mine.title'] }).waitFor();
    await person.frame
      .getByRole('heading', { name: language === 'fr' ? 'Votre nom' : 'Your name' })
      .waitFor();
    await see('kept');

    const saving = page.waitForEvent('download');
    await person.press(person.named(t['mine.copy.data']));
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe(t['mine.copy.data.name']);
    const copy = JSON.parse(readFileSync(await saved.path(), 'utf8')) as PersonCopy;
    expect(copy.attempts).toHaveLength(1);

    await person.press(person.named(t['mine.erase']));
    await person.frame.getByText(t['erase.3'], { exact: true }).waitFor();
    await see('erase');
    await person.press(person.named(t['erase.go-on']));
    await person.frame.getByRole('heading', { name: t['erase.sure'] }).waitFor();
    await see('sure');
    await person.press(person.named(t['erase.now']));
    await person.frame.getByRole('heading', { name: t['erased.title'] }).waitFor();
    await see('erased');
    await page.context().close();
  });
});
