/**
 * A person at a browser, from the course page through any scene, by mouse, touch or keyboard only. Finds everything by
 * role and name, as people and screen readers do.
 */
import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { helpEn } from '../../client/src/i18n/catalogues/help.en.ts';
import { helpFr } from '../../client/src/i18n/catalogues/help.fr.ts';
import { shellEn } from '../../client/src/i18n/catalogues/shell.en.ts';
import { shellFr } from '../../client/src/i18n/catalogues/shell.fr.ts';
import type { SimulatedAppId } from '../../scenarios/world/types.ts';
import { findSeenMiddle } from './sight.ts';
import type { Stack } from './stack.ts';

export type Input = 'mouse' | 'touch' | 'keyboard';

export type ShellWord = keyof typeof shellFr | keyof typeof helpFr;

const shell = { fr: { ...shellFr, ...helpFr }, en: { ...shellEn, ...helpEn } };

/** Runs in the page, therefore as text: every value of every store, with bytes decoded as Latin-1. */
const readAllStores = `(async () => {
  const values = [];
  const asText = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
    ? new TextDecoder('latin1').decode(value)
    : value;
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((done, fail) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    for (const store of db.objectStoreNames) {
      const all = await new Promise((done, fail) => {
        const request = db.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
      for (const value of all) {
        values.push(typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, asText(part)]))
          : asText(value));
      }
    }
    db.close();
  }
  return values;
})()`;

/** Chromium joins two taps at one place within 300 ms to a double tap. */
const doubleTapMs = 350;

/** More than any screen has tab stops. */
const mostTabs = 150;

export class BrowserPerson {
  readonly page: Page;
  readonly language: 'fr' | 'en';
  readonly input: Input;
  #lastTap = -doubleTapMs;

  constructor(page: Page, language: 'fr' | 'en', input: Input) {
    this.page = page;
    this.language = language;
    this.input = input;
  }

  /** The tool inside the course page. */
  get frame(): FrameLocator {
    return this.page.frameLocator('#contentframe');
  }

  /** Opens the framed activity as a person of the sandbox LMS. */
  async launch(stack: Pick<Stack, 'lms'>, personId: number, activityId?: number): Promise<void> {
    await actAs(this.page.context(), stack, personId);
    const activity = activityId ?? (this.language === 'fr' ? 2 : 3);
    await this.page.goto(`${stack.lms.publicUrl}/activity/${activity}`);
  }

  /** A button around the scene, by the key of its word. */
  shellButton(key: ShellWord): Locator {
    return this.named(shell[this.language][key]);
  }

  /** The button that brings an app of the scene to the front. */
  appButton(id: SimulatedAppId): Locator {
    return this.frame.locator(`[data-help="desk:app:${id}"]`).getByRole('button');
  }

  /** An item of the menu « Plus », by the key of its word. */
  shellItem(key: ShellWord): Locator {
    return this.frame.getByRole('menuitem', { name: shell[this.language][key], exact: true });
  }

  named(name: string): Locator {
    return this.frame.getByRole('button', { name, exact: true });
  }

  async press(target: Locator): Promise<void> {
    await target.waitFor();
    if (this.input === 'mouse') await target.click();
    else if (this.input === 'touch') await this.#tap(target);
    else {
      await this.tabTo(target);
      await this.page.keyboard.press('Enter');
    }
  }

  /** Waits until the tap can't be joined to the last one: the page ignores the second half of a double tap. */
  async #tap(target: Locator): Promise<void> {
    const pause = this.#lastTap + doubleTapMs - performance.now();
    if (pause > 0) await this.page.waitForTimeout(pause);
    // People touch what they see: at the very edge of a bar, a finger touches both.
    await target.scrollIntoViewIfNeeded();
    const position = await findSeenMiddle(target);
    await target.tap(position === null ? {} : { position });
    this.#lastTap = performance.now();
  }

  async acceptNotice(): Promise<void> {
    await this.press(this.shellButton('notice.accept'));
    await this.press(this.shellButton('welcome.go'));
  }

  async hearIntroduction(): Promise<void> {
    const begin = this.shellButton('introduction.play');
    const next = this.shellButton('introduction.next');
    for (;;) {
      await begin.or(next).first().waitFor();
      if (await begin.isVisible()) break;
      const main = this.frame.locator('main');
      const before = await main.innerText();
      await this.pressUntil(next, async () => (await main.innerText()) !== before);
    }
    // A late notice (no voice on this device) does not mean that the scene began.
    await this.pressUntil(begin, async () => !(await begin.isVisible()));
  }

  /**
   * Presses, and again if nothing happened: the page ignores the second half of a double click. Waits in between, since
   * a second press could fall on the next screen.
   */
  async pressUntil(target: Locator, hasHappened: () => Promise<boolean>): Promise<void> {
    for (;;) {
      await this.press(target);
      const endsAt = performance.now() + 3_000;
      // A target that is gone can't be pressed again.
      while (performance.now() < endsAt || !(await target.isVisible())) {
        if (await hasHappened()) return;
      }
    }
  }

  /** Presses until the sign appears. */
  async pressFor(target: Locator, sign: Locator): Promise<void> {
    await this.pressUntil(target, async () => (await sign.count()) > 0);
  }

  /** Replaces the text of a box by typing. */
  async fill(box: Locator, text: string): Promise<void> {
    await this.goTo(box);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
  }

  /** Whether the tool's frame gets unpartitioned cookies, and whether its storage works. */
  async readBrowserRules(): Promise<{ plainCookies: boolean; storage: string }> {
    const frame = this.page.frame({ name: 'contentframe' });
    const plainCookies: unknown = await frame?.evaluate('document.hasStorageAccess()');
    const storage: unknown = await frame?.evaluate(
      '(() => { try { localStorage.length; return "partitioned"; } catch { return "throws"; } })()',
    );
    return { plainCookies: plainCookies === true, storage: String(storage) };
  }

  /** Pixels by which the tool's page is wider than its frame. */
  async sidewaysOverflow(): Promise<number> {
    const frame = this.page.frame({ name: 'contentframe' });
    const overflow: unknown = await frame?.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    return Number(overflow);
  }

  /** Pixels of empty page below the content. */
  async blankBelow(): Promise<number> {
    const frame = this.page.frame({ name: 'contentframe' });
    const blank: unknown = await frame?.evaluate(`(() => {
      const { scrollHeight, clientHeight } = document.documentElement;
      const end = document.querySelector('main').getBoundingClientRect().bottom + scrollY;
      return scrollHeight - Math.max(clientHeight, Math.ceil(end));
    })()`);
    return Number(blank);
  }

  /** All that the tool stores in this browser, as text, and the number of entries. */
  async readBrowserStorage(): Promise<{ entries: number; text: string }> {
    const frame = this.page.frame({ name: 'contentframe' });
    const found: unknown = await frame?.evaluate(readAllStores);
    const values: readonly unknown[] = Array.isArray(found) ? found : [];
    return { entries: values.length, text: JSON.stringify(values) };
  }

  async finishScene(): Promise<void> {
    await this.press(this.shellButton('tool.done'));
    await this.press(this.shellButton('confirm.done.yes'));
  }

  async leaveScene(): Promise<void> {
    await this.press(this.shellButton('end.next'));
    await this.frame.getByRole('heading', { name: shell[this.language]['finished.title'] }).waitFor();
  }

  /** Focuses an input. */
  async goTo(target: Locator): Promise<void> {
    if (this.input === 'keyboard') await this.tabTo(target);
    else await this.press(target);
  }

  /** Presses Tab until the target has the focus, which proves that it can be reached. */
  async tabTo(target: Locator): Promise<void> {
    for (let tabs = 0; tabs < mostTabs; tabs += 1) {
      if ((await target.and(this.frame.locator(':focus')).count()) > 0) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${target.toString()}`);
  }

  /** A group of radio buttons is one tab stop; arrows choose in it. */
  async arrowTo(radio: Locator): Promise<void> {
    const group = this.frame.getByRole('radio', { checked: true });
    await this.tabTo(group);
    for (let presses = 0; presses < 10; presses += 1) {
      if (await radio.isChecked()) return;
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error('the arrows do not reach the folder');
  }
}

/** Signs the browser in as a person of the sandbox LMS. */
export async function actAs(
  context: BrowserContext,
  stack: Pick<Stack, 'lms'>,
  personId: number,
): Promise<void> {
  await context.addCookies([{ name: 'bouleaux_person', value: String(personId), url: stack.lms.publicUrl }]);
}
