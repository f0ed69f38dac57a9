/** The question about research is read aloud, put off with « Plus tard » and asked again; large text shows the way to its answers. */
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
import { chooseTextSize } from '../../support/comfort-person.ts';
import { takePicture } from '../../support/picture.ts';
import { findHidden } from '../../support/sight.ts';
import type { SpeechPlan } from '../../support/speech-stub.ts';
import { openTwoScenes, researchStudy, tellFirstStudy, type Visit } from '../../support/two-scenes.ts';

const words = {
  fr: { ...dataFr, ...researchFr, ...comfortFr, ...shellFr },
  en: { ...dataEn, ...researchEn, ...comfortEn, ...shellEn },
};

const stack = setUpBrowserStack();

beforeAll(() => tellFirstStudy(stack, researchStudy));

const plan = (lang: string): SpeechPlan => ({ voices: [{ lang, localService: true }], finishes: true });

describe('the question about research', () => {
  it.each<Visit>([
    { language: 'fr', input: 'keyboard', width: 969, height: 409, personId: 4, speech: plan('fr-CA') },
    { language: 'en', input: 'touch', width: 390, height: 844, personId: 5, speech: plan('en-CA') },
  ])('is read aloud and asked again after « later », by $input in $language at $width px', async (each) => {
    const { language, personId } = each;
    const t = words[language];
    const activityId = 1720 + personId;
    const person = await openTwoScenes(stack, each, activityId);
    const { page } = person;
    const title = person.frame.getByRole('heading', { name: t['research.title'] });
    const see = async (screen: string): Promise<void> => {
      await takePicture(page, `research-later-${screen}`, language);
      expect([screen, await findViolations(page)]).toEqual([screen, []]);
    };
    const said = async (): Promise<string> =>
      (await page.frame({ name: 'contentframe' })?.evaluate<string>('JSON.stringify(window.spoken)')) ?? '';

    await person.acceptNotice();
    await person.map.waitFor();
    await person.enterScene();
    await person.finishScene();
    await person.press(person.shellButton('end.next'));
    await title.waitFor();
    await person.press(person.named(t.listen));
    await expect.poll(said).toContain('LINC');
    await see('asked');
    await person.press(person.named(t['research.later']));
    await title.waitFor({ state: 'detached' });

    await person.launch(stack, personId, activityId);
    await person.press(person.shellButton('continue.go'));
    await title.waitFor();
    await see('asked-again');
    await person.press(person.named(t['research.no']));
    await title.waitFor({ state: 'detached' });
    await person.press(person.named(t['bar.comfort']));
    await person.press(person.named(t['comfort.data.read']));
    await person.frame.getByText(t['research.mine.refused'], { exact: true }).waitFor();
    await person.named(t['research.mine.change']).waitFor();
    await see('refused');
    await page.context().close();
  });

  it.each([
    { language: 'fr', text: '200', width: 390, height: 844, personId: 6 },
    { language: 'en', text: '150', width: 320, height: 640, personId: 7 },
  ] as const)('shows the way to all answers at $text % in $language', async (each) => {
    const { language, text, personId } = each;
    const t = words[language];
    const person = await openTwoScenes(stack, { ...each, input: 'touch' }, 1720 + personId);
    await chooseTextSize(person, text);
    await person.acceptNotice();
    await person.map.waitFor();
    await person.enterScene();
    await person.finishScene();
    await person.press(person.shellButton('end.next'));
    const goDown = async (screen: string, answers: readonly (keyof typeof researchFr)[]): Promise<void> => {
      const frame = person.page.frame({ name: 'contentframe' });
      if (frame === null) throw new Error('no frame');
      const down = person.named(t['research.down']);
      await down.waitFor();
      await takePicture(person.page, `research-${screen}-${text}`, language);
      expect(await findHidden(frame, down)).toBeNull();
      await person.press(down);
      await takePicture(person.page, `research-${screen}-${text}-answers`, language);
      for (const answer of answers) expect(await findHidden(frame, person.named(t[answer]))).toBeNull();
    };
    await goDown('asked', ['research.yes', 'research.no', 'research.later']);
    await person.press(person.named(t['research.yes']));
    await person.frame.getByRole('heading', { name: t['research.future.title'] }).waitFor();
    await goDown('future', ['research.future.yes', 'research.future.no']);
    await person.page.context().close();
  });
});
