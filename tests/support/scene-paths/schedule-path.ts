/** The schedule scene the right way: the question, the total, the hours, the sorting, the flag. */
import type { Locator } from 'playwright-core';
import { sheetEn } from '../../../client/src/apps/sheet/sheet.en.ts';
import { sheetFr } from '../../../client/src/apps/sheet/sheet.fr.ts';
import type { BrowserPerson } from '../browser-person.ts';
import type { ScenePath } from './scene-path.ts';

const words = { fr: sheetFr, en: sheetEn };

/** Texts of the relevant rows in every variant. */
const texts = {
  fr: { me: 'Toi', thursday: 'jeudi', friday: 'vendredi', sortBy: 'Jour', isMorning: /(?<!\d)(8|9) h à/ },
  en: { me: 'You', thursday: 'Thursday', friday: 'Friday', sortBy: 'Day', isMorning: /(8|9) a\.m\. to/ },
};

export const schedulePath: ScenePath = {
  scenario: 's04-schedule',
  play: async (person, see) => {
    const sheet = new SheetScreen(person);
    const { me, thursday, friday } = texts[person.language];
    await sheet.grid.waitFor();
    await see('sheet');
    await sheet.answer(await sheet.morningDay());
    await sheet.choose(14, 4);
    await person.press(sheet.button('action.sum'));
    await see('total');
    await sheet.enter(await sheet.rowOf(thursday, me), 4, '5');
    await sheet.sortByDay(see);
    await sheet.choose(await sheet.rowOf(friday, me), 1);
    await person.press(sheet.button('action.flag'));
    await see('done');
  },
};

class SheetScreen {
  readonly person: BrowserPerson;

  constructor(person: BrowserPerson) {
    this.person = person;
  }

  get grid(): Locator {
    return this.person.frame.getByRole('grid');
  }

  button(key: keyof typeof sheetFr): Locator {
    return this.person.named(words[this.person.language][key]);
  }

  /** Lines from 1 as the sheet numbers them, columns from 1. */
  cell(line: number, column: number): Locator {
    return this.grid
      .locator('tbody tr')
      .nth(line - 1)
      .locator('td')
      .nth(column - 1);
  }

  /** The first line that shows a day and a person. */
  async rowOf(day: string, person: string): Promise<number> {
    for (let line = 2; line <= 13; line += 1) {
      if ((await this.#shows(line, 1)) === day && (await this.#shows(line, 2)) === person) return line;
    }
    throw new Error(`no row of ${day} for ${person}`);
  }

  async morningDay(): Promise<string> {
    const { me, isMorning } = texts[this.person.language];
    for (let line = 2; line <= 13; line += 1) {
      const isMine = (await this.#shows(line, 2)) === me;
      if (isMine && isMorning.test((await this.#shows(line, 3)).replaceAll('\u00A0', ' '))) {
        return this.#shows(line, 1);
      }
    }
    throw new Error('no shift begins in the morning');
  }

  async answer(day: string): Promise<void> {
    await this.#pick(this.person.frame.getByRole('radio', { name: day, exact: true }));
  }

  /** Selects a cell, by keyboard with the arrows. */
  async choose(line: number, column: number): Promise<void> {
    const { input, page } = this.person;
    const cell = this.cell(line, column);
    if (input !== 'keyboard') await this.person.press(cell);
    else {
      await this.person.tabTo(this.grid.locator('[tabindex="0"]'));
      await page.keyboard.press('ControlOrMeta+Home');
      for (let step = 1; step < line; step += 1) await page.keyboard.press('ArrowDown');
      for (let step = 1; step < column; step += 1) await page.keyboard.press('ArrowRight');
    }
    await cell.and(this.grid.locator('[aria-selected="true"]')).waitFor();
  }

  /** Typing on a chosen cell replaces what is in it. */
  async enter(line: number, column: number, text: string): Promise<void> {
    await this.choose(line, column);
    await this.person.page.keyboard.type(text);
    await this.person.page.keyboard.press('Enter');
  }

  async sortByDay(see: (screen: string) => Promise<void>): Promise<void> {
    await this.person.press(this.button('action.sort'));
    const dialog = this.person.frame.getByRole('dialog');
    const day = dialog.getByRole('radio', { name: texts[this.person.language].sortBy, exact: true });
    await day.waitFor();
    await see('sort');
    await this.#pick(day);
    for (const key of ['sort.up', 'sort.table'] as const) {
      await this.#pick(dialog.getByRole('radio', { name: words[this.person.language][key] }));
    }
    const confirm = dialog.getByRole('button', { name: words[this.person.language]['sort.confirm'] });
    if (this.person.input === 'keyboard') await this.person.page.keyboard.press('Enter');
    else await this.person.press(confirm);
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Chooses a radio button, by keyboard with Tab and arrows. */
  async #pick(radio: Locator): Promise<void> {
    const { input, page } = this.person;
    if (input !== 'keyboard') await this.person.press(radio);
    else {
      const group = radio.locator('xpath=ancestor::fieldset[1]').locator(':scope input:focus');
      for (let tabs = 0; tabs < 60 && (await group.count()) === 0; tabs += 1)
        await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      for (let presses = 0; presses < 10 && !(await radio.isChecked()); presses += 1) {
        await page.keyboard.press('ArrowDown');
      }
    }
  }

  async #shows(line: number, column: number): Promise<string> {
    return (await this.cell(line, column).innerText()).trim();
  }
}
