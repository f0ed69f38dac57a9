/** Staff on the page of one person, by mouse or by keyboard only. */
import type { Browser, Locator, Page } from 'playwright-core';
import { launch } from './api-learner.ts';
import { actionsEn } from '../../client/src/i18n/catalogues/actions.en.ts';
import { actionsFr } from '../../client/src/i18n/catalogues/actions.fr.ts';
import { reviewEn } from '../../client/src/i18n/catalogues/review.en.ts';
import { reviewFr } from '../../client/src/i18n/catalogues/review.fr.ts';
import { teachEn } from '../../client/src/i18n/catalogues/teach.en.ts';
import { teachFr } from '../../client/src/i18n/catalogues/teach.fr.ts';
import type { OpenStack } from './stack.ts';

const teacherId = 3;
/** More than the page has tab stops. */
const mostTabs = 120;

export interface StaffLook {
  readonly language: 'fr' | 'en';
  readonly width: number;
  readonly input: 'mouse' | 'keyboard';
  readonly activityId: number;
}

export class StaffVisit {
  readonly page: Page;
  readonly words: Readonly<Record<keyof typeof actionsFr, string>>;
  readonly list: Readonly<Record<keyof typeof teachFr, string>>;
  readonly sheet: Readonly<Record<keyof typeof reviewFr, string>>;
  /** Errors thrown in the page. */
  readonly faults: string[] = [];
  readonly #look: StaffLook;

  private constructor(page: Page, look: StaffLook) {
    this.page = page;
    this.#look = look;
    this.words = look.language === 'fr' ? actionsFr : actionsEn;
    this.list = look.language === 'fr' ? teachFr : teachEn;
    this.sheet = look.language === 'fr' ? reviewFr : reviewEn;
    page.on('pageerror', (error) => this.faults.push(error.message));
  }

  /** Opens the page in its own window. */
  static async begin(stack: OpenStack, browser: Browser, look: StaffLook): Promise<StaffVisit> {
    const { width, activityId } = look;
    const viewport = { width, height: width > 500 ? 900 : 844 };
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    const visit = new StaffVisit(await context.newPage(), look);
    const address = await launch(stack, teacherId, `/mod/lti/launch.php?id=${String(activityId)}`);
    await visit.page.goto(address.href);
    return visit;
  }

  /** Opens a person's page from the list. */
  async openPerson(name: string): Promise<void> {
    await this.press(this.page.getByRole('button', { name: `${this.list.review} (${name})` }));
    await this.page.getByRole('heading', { level: 3, name: this.words['settings.title'] }).waitFor();
  }

  async backToList(): Promise<void> {
    await this.press(this.page.getByRole('button', { name: this.sheet.back }));
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** The card of an action, by its title. */
  card(title: keyof typeof actionsFr): Locator {
    return this.page.getByRole('region', { name: this.words[title], exact: true });
  }

  button(key: keyof typeof actionsFr, number = 0): Locator {
    const name = this.words[key].replace('{number}', String(number));
    return this.page.getByRole('button', { name, exact: true });
  }

  async press(target: Locator): Promise<void> {
    await target.waitFor();
    if (this.#look.input === 'mouse') await target.click();
    else {
      await this.goTo(target);
      await this.page.keyboard.press('Enter');
    }
  }

  async tick(target: Locator): Promise<void> {
    if (this.#look.input === 'mouse') await target.click();
    else {
      await this.goTo(target);
      await this.page.keyboard.press('Space');
    }
  }

  /** Replaces the text of a box by typing. */
  async write(box: Locator, text: string): Promise<void> {
    await this.goTo(box);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.press('Backspace');
    await this.page.keyboard.type(text);
  }

  /** Chooses in a select element; by keyboard by typing the option's text. */
  async choose(list: Locator, option: string): Promise<void> {
    if (this.#look.input === 'mouse') await list.selectOption(option);
    else {
      await this.goTo(list);
      await this.page.keyboard.type(option);
    }
  }

  /** Focuses an element; by keyboard with Tab, which proves that it can be reached. */
  async goTo(target: Locator): Promise<void> {
    await target.waitFor();
    if (this.#look.input === 'mouse') {
      await target.click();
      return;
    }
    for (let tabs = 0; tabs < mostTabs; tabs += 1) {
      if ((await target.and(this.page.locator(':focus')).count()) > 0) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${target.toString()}`);
  }

  /** Waits for the status message of a card. */
  async hear(title: keyof typeof actionsFr, said: keyof typeof actionsFr, number = 0): Promise<void> {
    const text = this.words[said].replace('{number}', String(number));
    await this.card(title).getByRole('status').getByText(text).waitFor();
  }

  /** Text of the focused element. */
  async focused(): Promise<string> {
    return this.page.locator(':focus').innerText();
  }

  async sidewaysOverflow(): Promise<number> {
    return Number(
      await this.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    );
  }

  async end(): Promise<void> {
    await this.page.context().close();
  }
}
