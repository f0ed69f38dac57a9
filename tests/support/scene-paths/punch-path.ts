/** The punch scene played correctly: the notice later, arrival, three shelves, sent at the third try. */
import { homeEn } from '../../../client/src/apps/home/home.en.ts';
import { homeFr } from '../../../client/src/apps/home/home.fr.ts';
import { punchEn } from '../../../client/src/apps/punch/punch.en.ts';
import { punchFr } from '../../../client/src/apps/punch/punch.fr.ts';
import type { BrowserPerson } from '../browser-person.ts';
import { findHidden } from '../sight.ts';
import type { ScenePath } from './scene-path.ts';

const words = { fr: { ...homeFr, ...punchFr }, en: { ...homeEn, ...punchEn } };

const content = {
  fr: {
    app: 'Pointage',
    weather: 'Météo',
    notice: 'Mise à jour du téléphone',
    later: 'Plus tard',
    unit: 'Boîtes',
  },
  en: { app: 'Punch clock', weather: 'Weather', notice: 'Phone update', later: 'Later', unit: 'Boxes' },
};

export const punchPath: ScenePath = {
  scenario: 's14-punch-app',
  play: async (person, see) => {
    const { frame, language } = person;
    const say = words[language];
    const { app, weather, notice, later, unit } = content[language];
    await person.named(app).waitFor();
    await see('home');
    await person.press(person.named(weather));
    await frame.getByRole('heading', { name: weather }).waitFor();
    await see('page');
    await person.press(person.appButton('home'));
    await person.press(person.named(app));
    await frame.getByRole('heading', { name: notice }).waitFor();
    await see('notice');
    await person.press(person.named(later));
    await person.press(person.named(say['clock.in']));
    await frame.getByText(say['said.in']).first().waitFor();
    await see('arrival');
    await person.press(person.named(say['page.count']));
    await see('count');
    for (const index of [0, 1, 2]) await countShelf(person, index, see);
    const box = frame.getByRole('radio', { name: unit });
    if (person.input === 'keyboard') {
      await person.tabTo(frame.getByRole('radio').first());
      await person.page.keyboard.press('ArrowDown');
    } else await person.press(box);
    await person.press(person.named(say['send.send']));
    await frame.getByText(say['send.unsent.weak.one'].replace('{count}', '1')).first().waitFor();
    await see('unsent');
    const retry = person.named(say['send.retry']);
    await person.pressFor(retry, frame.getByText(say['send.unsent.weak.other'].replace('{count}', '2')));
    await person.pressFor(retry, frame.getByText(say['send.sent.other'].replace('{count}', '3')));
    await see('sent');
  },
};

/** Counts by the list in words, which says the same as the picture. */
async function countShelf(
  person: BrowserPerson,
  index: number,
  see: (screen: string) => Promise<void>,
): Promise<void> {
  const { frame, language } = person;
  const say = words[language];
  const scan = say['count.scan'].replace('{code}', '');
  await person.press(frame.getByRole('button', { name: scan }).nth(index));
  const summary = frame.locator('summary', { hasText: say['shelf.words'] });
  await summary.waitFor();
  if (index === 1) {
    await see('shelf');
    await person.press(summary);
    await see('shelf-in-words');
    const tool = person.page.frame({ name: 'contentframe' });
    const hides = tool && (await findHidden(tool, frame.locator('details li').first()));
    if (hides !== null) throw new Error(`the words of the shelf are out of sight: ${hides}`);
  }
  const boxes = await frame.locator('details li', { hasText: say['shelf.b'] }).count();
  await person.fill(frame.getByLabel(say['shelf.number']), String(boxes));
  await person.press(frame.locator('article').getByRole('button', { name: say['shelf.back'] }));
}
