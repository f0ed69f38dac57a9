/** The recycling centre the right way: a few words, past the ad to the town, back from a page that is gone. */
import type { Locator } from 'playwright-core';
import { browserEn } from '../../../client/src/apps/browser/browser.en.ts';
import { browserFr } from '../../../client/src/apps/browser/browser.fr.ts';
import type { BrowserPerson } from '../browser-person.ts';
import type { ScenePath } from './scene-path.ts';

const words = { fr: browserFr, en: browserEn };

/** Texts of the pages and of Rosa's note in every variant. */
const content = {
  fr: {
    ask: 'ecocentre samedi',
    town: 'Écocentre',
    gone: 'Horaire',
    hours: 'Heures de tous les services cette année',
    row: /^Écocentre/,
    source: /^Heures de tous les services/,
    answer: /^\d+\sh\s30$/,
  },
  en: {
    ask: 'recycling centre saturday',
    town: 'Recycling centre',
    gone: 'Schedule',
    hours: 'Hours of all services this year',
    row: /^Recycling centre/,
    source: /^Hours of all services/,
    answer: /^\d+:30\sa\.m\.$/,
  },
};

export const recyclingPath: ScenePath = {
  scenario: 's07-recycling',
  play: async (person, see) => {
    const { frame, language } = person;
    const say = words[language];
    const { ask, town, gone, hours, row, source, answer } = content[language];
    const link = (name: string): Locator => frame.getByRole('link', { name, exact: true }).first();
    const heading = (name: string): Locator => frame.getByRole('heading', { name, level: 3 });
    await frame.getByRole('searchbox').waitFor();
    await see('home');
    await person.fill(frame.getByRole('searchbox'), ask);
    await person.page.keyboard.press('Enter');
    await link(town).waitFor();
    await see('results');
    await person.press(link(town));
    await heading(town).waitFor();
    await see('town');
    await person.press(link(gone));
    await heading(town).waitFor({ state: 'detached' });
    await person.press(person.named(say['go.back']));
    await person.press(link(hours));
    await frame.getByRole('row', { name: row }).waitFor();
    await see('hours');
    await person.press(person.named(say['note.open'].replace('{name}', 'Rosa')));
    await choose(person, frame.getByRole('radio', { name: answer }));
    await choose(person, frame.getByRole('radio', { name: source }));
    await see('answer');
    await person.press(person.named(say['note.send']));
    await frame.getByText(say['note.sent']).waitFor();
    await see('sent');
  },
};

/** By keyboard, arrows choose in a group without a choice. */
async function choose(person: BrowserPerson, radio: Locator): Promise<void> {
  if (person.input !== 'keyboard') {
    await person.press(radio);
    return;
  }
  const group = radio.locator('xpath=ancestor::fieldset').getByRole('radio');
  await person.tabTo(group.first());
  await person.page.keyboard.press('Space');
  for (let presses = 0; presses < (await group.count()); presses += 1) {
    if (await radio.isChecked()) return;
    await person.page.keyboard.press('ArrowDown');
  }
  throw new Error('the arrows do not reach the answer');
}
