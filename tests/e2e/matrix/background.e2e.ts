/** Background questions on the end page: by keyboard in a low frame and by touch on a phone. */
import { beforeAll, describe, expect, it } from 'vitest';
import { backgroundEn } from '../../../client/src/i18n/catalogues/background.en.ts';
import { backgroundFr } from '../../../client/src/i18n/catalogues/background.fr.ts';
import { dataEn } from '../../../client/src/i18n/catalogues/data.en.ts';
import { dataFr } from '../../../client/src/i18n/catalogues/data.fr.ts';
import { researchEn } from '../../../client/src/i18n/catalogues/research.en.ts';
import { researchFr } from '../../../client/src/i18n/catalogues/research.fr.ts';
import { shellEn } from '../../../client/src/i18n/catalogues/shell.en.ts';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { findViolations } from '../../support/accessibility.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { takePicture } from '../../support/picture.ts';
import { openTwoScenes, tellFirstStudy, type Visit } from '../../support/two-scenes.ts';
import type { WeekPerson } from '../../support/week-person.ts';

const words = {
  fr: { ...dataFr, ...researchFr, ...shellFr, ...backgroundFr },
  en: { ...dataEn, ...researchEn, ...shellEn, ...backgroundEn },
};
const chosen = {
  fr: ['De 35 à 44 ans', 'Une langue autochtone'],
  en: ['35 to 44', 'An Indigenous language'],
} as const;

const study = `research:
  team: { fr: L’équipe LINC, en: The LINC team }
  purpose: { fr: Elle étudie l’apprentissage au travail., en: It studies learning at work. }
  background: true
`;

const stack = setUpBrowserStack();

beforeAll(() => tellFirstStudy(stack, study));

/** A person who answered the question about research and played two scenes. */
async function playToTheEnd(each: Visit, answer: 'research.yes' | 'research.no'): Promise<WeekPerson> {
  const t = words[each.language];
  const person = await openTwoScenes(stack, each, 1900 + each.personId);
  await person.acceptNotice();
  await person.map.waitFor();
  await person.enterScene();
  await person.finishScene();
  await person.press(person.shellButton('end.next'));
  await person.frame.getByRole('heading', { name: t['research.title'] }).waitFor();
  await person.press(person.named(t[answer]));
  await person.map.waitFor();
  await person.enterScene();
  await person.skipScene();
  await person.backToMap();
  await person.pressFor(person.goOn, person.frame.getByRole('heading', { name: t['finished.title'] }));
  return person;
}

describe('background questions', () => {
  it.each<Visit>([
    { language: 'fr', input: 'keyboard', width: 969, height: 409, personId: 4 },
    { language: 'en', input: 'touch', width: 390, height: 844, personId: 5 },
  ])('are answered and skipped by $input in $language at $width px, and stay', async (each) => {
    const { language } = each;
    const t = words[language];
    const person = await playToTheEnd(each, 'research.yes');
    const { page, frame } = person;
    const see = async (screen: string): Promise<void> => {
      await takePicture(page, `background-${screen}`, language);
      expect([screen, await findViolations(page)]).toEqual([screen, []]);
    };
    const offer = person.named(t['background.offer']);
    const [age, firstLanguage] = chosen[language];

    await offer.waitFor();
    await see('offer');
    await person.press(offer);
    await person.named(t['background.begin']).waitFor();
    await see('introduction');
    await person.press(person.named(t['background.begin']));
    await person.named(age).waitFor();
    await see('question');
    const choices = [age, t['background.decline'], firstLanguage, t['background.decline']];
    for (const [index, choice] of choices.entries()) {
      // While an answer is stored, the same button of the question before takes no press.
      const number = t['background.number'].replace('{number}', String(index + 1)).replace('{count}', '4');
      await frame.getByText(number, { exact: true }).waitFor();
      await person.press(person.named(choice));
    }
    await frame.getByText(t['background.thanks'], { exact: true }).waitFor();
    await see('answers');
    await person.press(person.named(t['background.close']));

    await person.reloadTool(offer);
    await person.press(person.named(t['finished.data']));
    await frame.getByText(firstLanguage, { exact: true }).waitFor();
    await frame.getByText(age, { exact: true }).waitFor();
    await frame.getByText(age, { exact: true }).scrollIntoViewIfNeeded();
    await see('own-data');
    await page.context().close();
  });

  it('are not offered to a person who said no', async () => {
    const each: Visit = { language: 'fr', input: 'mouse', width: 969, height: 409, personId: 6 };
    const person = await playToTheEnd(each, 'research.no');
    const answered = person.page.waitForResponse((response) => response.url().endsWith('/api/background'));
    await person.reloadTool(person.named(words.fr['finished.data']));
    expect(await (await answered).json()).toMatchObject({ isAsked: false });
    expect(await person.named(words.fr['background.offer']).count()).toBe(0);
    await person.page.context().close();
  });
});
