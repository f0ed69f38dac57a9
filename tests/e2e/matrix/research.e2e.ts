/** The whole notice, three screens of a phone at most, and the question about research after the first scored scene. */
import { beforeAll, describe, expect, it } from 'vitest';
import { comfortEn } from '../../../client/src/i18n/catalogues/comfort.en.ts';
import { comfortFr } from '../../../client/src/i18n/catalogues/comfort.fr.ts';
import { dataEn } from '../../../client/src/i18n/catalogues/data.en.ts';
import { dataFr } from '../../../client/src/i18n/catalogues/data.fr.ts';
import { researchEn } from '../../../client/src/i18n/catalogues/research.en.ts';
import { researchFr } from '../../../client/src/i18n/catalogues/research.fr.ts';
import { shellEn } from '../../../client/src/i18n/catalogues/shell.en.ts';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { findViolations } from '../../support/accessibility.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { takeOwnFont } from '../../support/own-font.ts';
import { reloadFrame } from '../../support/reload-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { openTwoScenes, researchStudy, tellFirstStudy, type Visit } from '../../support/two-scenes.ts';

const words = {
  fr: { ...dataFr, ...researchFr, ...comfortFr, ...shellFr },
  en: { ...dataEn, ...researchEn, ...comfortEn, ...shellEn },
};

const stack = setUpBrowserStack();

beforeAll(() => tellFirstStudy(stack, researchStudy));

/** Pixels of the longest thing in the dialog. */
const dialogLength = `Math.max(...[...document.querySelectorAll('dialog[open], dialog[open] *')].map((one) => one.scrollHeight))`;

/** In the frame; negative above its edge. */
const titleTop = `document.querySelector('h1').getBoundingClientRect().top`;

describe('research', () => {
  it.each<Visit>([
    { language: 'fr', input: 'keyboard', width: 969, height: 409, personId: 4 },
    { language: 'en', input: 'mouse', width: 969, height: 409, personId: 5 },
    { language: 'fr', input: 'touch', width: 390, height: 844, personId: 6 },
    { language: 'en', input: 'touch', width: 390, height: 844, personId: 7 },
  ])('is asked by $input in $language at $width px, and can be changed', async (each) => {
    const { language, width, height, personId } = each;
    const t = words[language];
    const person = await openTwoScenes(stack, each, 1700 + personId);
    const { page } = person;
    const see = async (screen: string): Promise<void> => {
      await takePicture(page, `research-${screen}`, language);
      expect([screen, await findViolations(page)]).toEqual([screen, []]);
    };

    await person.shellButton('notice.accept').waitFor();
    await see('notice');
    await person.press(person.named(t['whole.read']));
    await person.frame.getByText('vie.privee@coop.example').waitFor();
    await see('whole');
    const frame = page.frame({ name: 'contentframe' });
    await frame?.evaluate(takeOwnFont);
    const length: unknown = await frame?.evaluate(dialogLength);
    if (width === 390) expect(length).toBeLessThanOrEqual(3 * height);
    await person.press(person.named(t['data.close']));
    await person.acceptNotice();
    await person.map.waitFor();
    await person.enterScene();
    await person.finishScene();
    await person.press(person.shellButton('end.next'));

    await person.frame.getByRole('heading', { name: t['research.title'] }).waitFor();
    await person.named(t['research.later']).waitFor();
    await see('asked');
    await person.press(person.named(t['research.yes']));
    await person.frame.getByRole('heading', { name: t['research.future.title'] }).waitFor();
    await see('future');
    await person.press(person.named(t['research.future.back']));
    await person.frame.getByRole('heading', { name: t['research.title'] }).waitFor();
    expect(await frame?.evaluate(titleTop)).toBeGreaterThanOrEqual(0);
    await see('back');
    await person.press(person.named(t['research.yes']));
    await person.frame.getByRole('heading', { name: t['research.future.title'] }).waitFor();
    await reloadFrame(page);
    await person.frame.getByRole('heading', { name: t['research.future.title'] }).waitFor();
    await person.press(person.named(t['research.future.yes']));
    await person.frame.getByRole('heading', { name: t['research.title'] }).waitFor({ state: 'detached' });

    await person.press(person.named(t['bar.comfort']));
    await person.press(person.named(t['comfort.data.read']));
    await see('own-data');
    await person.frame.getByText(t['research.mine.given.future'], { exact: true }).waitFor();
    await person.press(person.named(t['research.agreed.read']));
    await person.frame.getByText('recherche@coop.example').waitFor();
    await see('agreed');
    await person.press(person.named(t['research.withdraw.future']));
    await person.frame.getByText(t['research.mine.given'], { exact: true }).waitFor();
    await person.press(person.named(t['research.withdraw']));
    await person.frame.getByText(t['research.mine.withdrawn'], { exact: true }).waitFor();
    await see('changed');
    await page.context().close();
  });
});
