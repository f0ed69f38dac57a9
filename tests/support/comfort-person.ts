/** A person at the comfort settings; finds groups and choices by name. */
import type { Locator } from 'playwright-core';
import { comfortEn } from '../../client/src/i18n/catalogues/comfort.en.ts';
import { comfortFr } from '../../client/src/i18n/catalogues/comfort.fr.ts';
import { BrowserPerson } from './browser-person.ts';
import { reloadFrame } from './reload-frame.ts';

const words = { fr: comfortFr, en: comfortEn };

type ComfortWord = keyof typeof comfortFr;

/** Computed styles that the settings change. */
interface Looks {
  readonly textPx: number;
  readonly paper: string;
  readonly ink: string;
  /** Duration of the shortest movement. */
  readonly quick: string;
  readonly language: string;
}

/** Runs in the page, therefore as text. */
const readLooks = `(() => {
  const root = getComputedStyle(document.documentElement);
  const body = getComputedStyle(document.body);
  return {
    textPx: parseFloat(root.fontSize),
    paper: body.backgroundColor,
    ink: body.color,
    quick: root.getPropertyValue('--quick').trim(),
    language: document.documentElement.lang,
  };
})()`;

export class ComfortPerson extends BrowserPerson {
  /** A word of the settings. */
  comfortWord(key: ComfortWord, language = this.language): string {
    return words[language][key];
  }

  get settings(): Locator {
    return this.frame.getByRole('dialog');
  }

  /** In a scene with large text on a phone, the settings are in the menu « Plus ». */
  async openComfort(): Promise<void> {
    const button = this.shellButton('bar.comfort');
    const more = this.shellButton('tool.more');
    await button.or(more).first().waitFor();
    if (await button.isVisible()) await this.press(button);
    else {
      await this.press(more);
      await this.press(this.shellItem('bar.comfort'));
    }
    await this.settings.getByRole('heading', { name: this.comfortWord('comfort.title') }).waitFor();
  }

  async closeComfort(language = this.language): Promise<void> {
    const close = this.comfortWord('comfort.close', language);
    await this.press(this.settings.getByRole('button', { name: close, exact: true }));
    await this.settings.waitFor({ state: 'hidden' });
  }

  /** One choice of a group, e.g. `comfort.contrast` and `comfort.contrast.high`. */
  async choose(legend: ComfortWord, choice: ComfortWord): Promise<void> {
    const name = this.comfortWord(choice);
    const group = this.#group(legend);
    const radio = group.getByRole('radio', { name, exact: true });
    if (this.input === 'keyboard') await this.#arrowAmong(group, radio);
    else await this.press(group.getByText(name, { exact: true }));
    if (!(await radio.isChecked())) throw new Error(`${name} is not chosen`);
  }

  /** Changes the language, and with it every word of the settings. */
  async chooseLanguage(name: 'Français' | 'English'): Promise<void> {
    const group = this.#group('comfort.language');
    if (this.input === 'keyboard') await this.#arrowAmong(group, this.settings.getByRole('radio', { name }));
    else await this.press(group.getByText(name, { exact: true }));
  }

  async looks(): Promise<Looks> {
    const frame = this.page.frame({ name: 'contentframe' });
    const looks: unknown = await frame?.evaluate(readLooks);
    return looks as Looks;
  }

  /** Reloads the tool's page inside its frame. */
  async reload(until: Locator): Promise<void> {
    await reloadFrame(this.page);
    await until.waitFor();
  }

  async hasFocus(target: Locator): Promise<boolean> {
    return (await target.and(this.frame.locator(':focus')).count()) > 0;
  }

  #group(legend: ComfortWord): Locator {
    return this.settings.getByRole('group', { name: this.comfortWord(legend), exact: true });
  }

  async #arrowAmong(group: Locator, radio: Locator): Promise<void> {
    await this.tabTo(group.getByRole('radio', { checked: true }));
    for (let presses = 0; presses < 10 && !(await radio.isChecked()); presses += 1) {
      await this.page.keyboard.press('ArrowDown');
    }
  }
}

export async function chooseTextSize(
  { page, language, input }: BrowserPerson,
  percent: '100' | '125' | '150' | '200',
): Promise<void> {
  const person = new ComfortPerson(page, language, input);
  await person.openComfort();
  await person.choose('comfort.text-size', `comfort.text-size.${percent}`);
  await person.closeComfort();
}
