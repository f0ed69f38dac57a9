/** Staff at a browser, on the page of one person: by mouse, or by keyboard only. */
import type { Browser, Locator, Page } from 'playwright-core';
import { launch } from './api-learner.ts';
import { actionsEn } from '../../client/src/i18n/catalogues/actions.en.ts';
import { actionsFr } from '../../client/src/i18n/catalogues/actions.fr.ts';
import { reviewEn } from '../../client/src/i18n/catalogues/review.en.ts';
import { reviewFr } from '../../client/src/i18n/catalogues/review.fr.ts';
import { teachEn } from '../../client/src/i18n/catalogues/teach.en.ts';
import { teachFr } from '../../client/src/i18n/catalogues/teach.fr.ts';
import type { Stack } from './stack.ts';

const teacherId = 3;
/** More than the page has places to stop. */
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
  /** What the page's own code threw. */
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

  /** The page in a window of its own, as an LMS may open it. */
  static async begin(stack: Stack, browser: Browser, look: StaffLook): Promise<StaffVisit> {
    const { width, activityId } = look;
    const viewport = { width, height: width > 500 ? 900 : 844 };
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    const visit = new StaffVisit(await context.newPage(), look);
    const address = await launch(stack, teacherId, `/mod/lti/launch.php?id=${String(activityId)}`);
    await visit.page.goto(address.href);
    return visit;
  }

  /** From the list to somebody's page, once what may be done there is shown. */
  async openPerson(name: string): Promise<void> {
    await this.press(this.page.getByRole('button', { name: `${this.list.review} (${name})` }));
    await this.page.getByRole('heading', { level: 3, name: this.words['settings.title'] }).waitFor();
  }

  async backToList(): Promise<void> {
    await this.press(this.page.getByRole('button', { name: this.sheet.back }));
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** One thing that may be done, by the title of its card. */
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

  /** A box that is ticked, or not any more. */
  async tick(target: Locator): Promise<void> {
    if (this.#look.input === 'mouse') await target.click();
    else {
      await this.goTo(target);
      await this.page.keyboard.press('Space');
    }
  }

  /** Types into a box, in place of what stands there. */
  async write(box: Locator, text: string): Promise<void> {
    await this.goTo(box);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.press('Backspace');
    await this.page.keyboard.type(text);
  }

  /** Chooses in a closed list, by keyboard as people do: with the first letters of what it says. */
  async choose(list: Locator, option: string): Promise<void> {
    if (this.#look.input === 'mouse') await list.selectOption(option);
    else {
      await this.goTo(list);
      await this.page.keyboard.type(option);
    }
  }

  /** Puts the focus there: by keyboard it is walked to, which proves that nothing traps it on the way. */
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

  /** What the card of this title says once it is done. */
  async hear(title: keyof typeof actionsFr, said: keyof typeof actionsFr, number = 0): Promise<void> {
    const text = this.words[said].replace('{number}', String(number));
    await this.card(title).getByRole('status').getByText(text).waitFor();
  }

  /** What has the focus, in words. */
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
