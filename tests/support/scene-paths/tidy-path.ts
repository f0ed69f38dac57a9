/** The tidy-up scene the right way: the list out of the trash, the scan found, renamed and moved. */
import type { Locator } from 'playwright-core';
import { filesEn } from '../../../client/src/apps/files/files.en.ts';
import { filesFr } from '../../../client/src/apps/files/files.fr.ts';
import type { BrowserPerson } from '../browser-person.ts';
import type { ScenePath } from './scene-path.ts';

const words = { fr: filesFr, en: filesEn };

/** Public names of the scene in each language; month, room and number are read from the goal. */
const scene = {
  fr: {
    schedules: 'Horaires',
    list: /Le fichier (Liste de nettoyage \p{L}+)/u,
    rename: /Trouve (scan\d+) sans tout ouvrir\. Change son nom\. Le nouveau nom\s: (Horaire \p{L}+)\./u,
  },
  en: {
    schedules: 'Schedules',
    list: /The file (\p{L}+ cleaning list)/u,
    rename: /Find (scan\d+) without opening everything\. Rename it\. The new name: (\p{L}+ schedule)\./u,
  },
};

export const tidyPath: ScenePath = {
  scenario: 's03-tidy',
  play: async (person, see) => {
    const { frame, language, page } = person;
    const t = words[language];
    const { schedules } = scene[language];
    const search = frame.getByRole('textbox', { name: t['search.label'], exact: true });
    await search.waitFor();
    await see('folders');

    const { list, scan, name } = await readGoal(person);
    await person.press(frame.getByRole('button', { name: new RegExp(`^${t['place.trash']}`) }));
    await person.press(person.named(`${t['action.restore']} ${list}`));
    await see('trash');

    await person.fill(search, scan);
    await person.press(person.named(t['search.start']));
    await person.press(person.named(`${t['row.actions']} ${scan}`));
    await see('menu');
    await chooseInMenu(person, frame.getByRole('menuitem', { name: t['action.rename'], exact: true }));
    await person.fill(frame.getByRole('textbox', { name: t['rename.label'] }), name);
    await see('rename');
    await person.press(person.named(t['rename.confirm']));

    await person.press(person.named(`${t['row.actions']} ${name}`));
    await chooseInMenu(person, frame.getByRole('menuitem', { name: t['action.move'], exact: true }));
    await chooseRadio(person, frame.getByRole('radio', { name: schedules }));
    await see('move');
    await person.press(person.named(t['move.confirm']));
    await frame.getByText(t['said.moved'].replace('{name}', name).replace('{folder}', schedules)).waitFor();
    await see('moved');
    await page.keyboard.press('Tab');
  },
};

async function readGoal(person: BrowserPerson): Promise<{ list: string; scan: string; name: string }> {
  const text = (await person.frame.locator('body').textContent()) ?? '';
  const { list, rename } = scene[person.language];
  const [, found] = list.exec(text) ?? [];
  const [, scan, name] = rename.exec(text) ?? [];
  if (found === undefined || scan === undefined || name === undefined)
    throw new Error('the goals read otherwise');
  return { list: found, scan, name };
}

/** An opened menu focuses its first entry; by keyboard, arrows move on. */
async function chooseInMenu(person: BrowserPerson, entry: Locator): Promise<void> {
  if (person.input !== 'keyboard') return person.press(entry);
  await entry.waitFor();
  while ((await entry.and(person.frame.locator(':focus')).count()) === 0) {
    await person.page.keyboard.press('ArrowDown');
  }
  await person.page.keyboard.press('Enter');
}

/** No folder is preselected: by keyboard, Tab enters the group at the first and arrows choose. */
async function chooseRadio(person: BrowserPerson, radio: Locator): Promise<void> {
  if (person.input !== 'keyboard') return person.press(radio);
  await person.tabTo(person.frame.getByRole('radio').first());
  while (!(await radio.isChecked())) await person.page.keyboard.press('ArrowDown');
}
