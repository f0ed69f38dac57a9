/** The welcome the right way. The browser has no voice, so the step « Écouter » is done another way. */
import type { Locator } from 'playwright-core';
import { kitEn } from '../../../client/src/apps/kit/kit.en.ts';
import { kitFr } from '../../../client/src/apps/kit/kit.fr.ts';
import { practiceEn } from '../../../client/src/apps/practice/practice.en.ts';
import { practiceFr } from '../../../client/src/apps/practice/practice.fr.ts';
import type { BrowserPerson } from '../browser-person.ts';
import { chooseTextSize } from '../comfort-person.ts';
import type { ScenePath } from './scene-path.ts';

const words = { fr: { ...kitFr, ...practiceFr }, en: { ...kitEn, ...practiceEn } };

/** Public names of the scene in each language. */
const scene = {
  fr: {
    mug: 'La tasse',
    keys: 'Les clés',
    from: 'Joyce',
    shown: /^Le mot\s+(.+)$/,
    erased: /^La note est effacée/,
    back: /^La note est revenue/,
    noVoice: /^Je lis moi-même/,
  },
  en: {
    mug: 'The mug',
    keys: 'The keys',
    from: 'Joyce',
    shown: /^The word\s+(.+)$/,
    erased: /^The note is erased/,
    back: /^The note is back/,
    noVoice: /^I’ll read it myself/,
  },
};

/** In capitals, as people type who look at the keys. */
const typedAs = (word: string): string => word.toUpperCase();

export const welcomePath: ScenePath = {
  scenario: 's00-welcome',
  isScored: false,
  play: async (person, see) => {
    const t = words[person.language];
    const { mug, keys, from, shown, erased, back, noVoice } = scene[person.language];
    const region = person.frame.getByRole('region', { name: t['app.title'], exact: true });
    const stepOf = (number: number): Locator =>
      region.getByText(t.progress.replace('{number}', String(number)).replace('{count}', '8'));
    const pressTo = (target: Locator, next: Locator): Promise<void> =>
      person.pressUntil(target, () => next.isVisible());
    await stepOf(1).waitFor();
    await see('point');
    await pressTo(person.named(mug), stepOf(2));
    await see('scroll');
    await pressTo(person.named(keys), stepOf(3));
    await pressTo(person.named(from), person.named(t['action.goOn']));
    await see('message');
    await pressTo(person.named(t['action.goOn']), stepOf(4));
    const [, word = ''] = shown.exec((await region.getByText(shown).textContent())?.trim() ?? '') ?? [];
    await person.fill(region.getByLabel(t['type.box'], { exact: true }), typedAs(word));
    await see('type');
    await pressTo(person.named(t['action.ok']), stepOf(5));
    // In a low frame it stands in the bar of the scene.
    const undo = region
      .getByRole('button', { name: t['action.undo'], exact: true })
      .or(person.shellButton('tool.undo'))
      .first();
    await pressTo(person.named(t['action.erase']), region.getByRole('heading', { name: erased }));
    await see('erased');
    await pressTo(undo, region.getByRole('heading', { name: back }));
    await see('back');
    await pressTo(person.named(t['action.goOn']), stepOf(6));
    await see('listen');
    await pressTo(region.getByRole('button', { name: noVoice }), stepOf(7));
    await stepOf(7).waitFor();
    const isInMenu = !(await person.shellButton('tool.pause').isVisible());
    if ((await region.getByText(t['use.more']).isVisible()) !== isInMenu)
      throw new Error('the step says where « Pause » is if and only if the menu has it');
    await pause(person);
    await stepOf(8).waitFor();
    const isComfortInMenu = !(await person.shellButton('bar.comfort').isVisible());
    if ((await region.getByText(t['use.more']).isVisible()) !== isComfortInMenu)
      throw new Error('the step says where « Confort » is if and only if the menu has it');
    await see('size');
    await chooseTextSize(person, '125');
    await region.getByRole('heading', { name: t['end.title'] }).waitFor();
    await see('end');
  },
};

/** Pauses by the toolbar or, if narrow, its menu; then resumes. */
async function pause(person: BrowserPerson): Promise<void> {
  const inBar = person.shellButton('tool.pause');
  if (await inBar.isVisible()) await person.press(inBar);
  else {
    await person.press(person.shellButton('tool.more'));
    await person.press(person.frame.getByRole('menuitem', { name: 'Pause', exact: true }));
  }
  await person.press(person.shellButton('paused.resume'));
}
