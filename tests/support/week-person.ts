/** A person who plays a week: from the map into a scene and back. */
import type { Locator } from 'playwright-core';
import { helpEn } from '../../client/src/i18n/catalogues/help.en.ts';
import { helpFr } from '../../client/src/i18n/catalogues/help.fr.ts';
import { shellEn } from '../../client/src/i18n/catalogues/shell.en.ts';
import { shellFr } from '../../client/src/i18n/catalogues/shell.fr.ts';
import { weekEn } from '../../client/src/i18n/catalogues/week.en.ts';
import { weekFr } from '../../client/src/i18n/catalogues/week.fr.ts';
import { BrowserPlayer } from './browser-player.ts';
import { reloadFrame } from './reload-frame.ts';

const words = {
  fr: { ...shellFr, ...helpFr, ...weekFr },
  en: { ...shellEn, ...helpEn, ...weekEn },
};

type WeekWord = keyof (typeof words)['fr'];

export class WeekPerson extends BrowserPlayer {
  say(key: WeekWord, params: Readonly<Record<string, string>> = {}): string {
    return words[this.language][key].replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
  }

  /** The button that leaves the map. */
  get goOn(): Locator {
    return this.named(this.say('week.go.first')).or(this.named(this.say('week.go')));
  }

  /** The list of days, which only the map has. */
  get map(): Locator {
    return this.frame.getByRole('list', { name: this.say('week.map') });
  }

  /** The current step on the map. */
  get here(): Locator {
    return this.map.locator('[aria-current="step"]');
  }

  async heading(): Promise<string> {
    return (await this.frame.getByRole('heading', { level: 1 }).innerText()).trim();
  }

  /** From the map into the next scene. */
  async enterScene(): Promise<void> {
    await this.pressUntil(this.goOn, async () => !(await this.map.isVisible()));
    await this.hearIntroduction();
    await this.shellButton('tool.done').waitFor();
  }

  /** Pause or « Passer la tâche », which are in the menu « Plus » on a phone. */
  async useTool(key: 'tool.pause' | 'tool.skip'): Promise<void> {
    await this.shellButton('tool.done').waitFor();
    const tool = this.shellButton(key);
    if (await tool.isVisible()) return this.press(tool);
    const tools = this.frame.getByRole('group', { name: this.say('scene.tools') });
    await this.press(tools.getByRole('button', { name: this.say('tool.more'), exact: true }));
    const item = this.frame.getByRole('menuitem', { name: this.say(key) });
    await item.waitFor();
    // Tab would leave the menu.
    for (let arrows = 0; this.input === 'keyboard' && arrows < 10; arrows += 1) {
      if ((await item.and(this.frame.locator(':focus')).count()) > 0) break;
      await this.page.keyboard.press('ArrowDown');
    }
    return this.press(item);
  }

  /** Skips the scene; resolves on its end screen. */
  async skipScene(): Promise<void> {
    await this.useTool('tool.skip');
    await this.press(this.shellButton('confirm.skip.yes'));
    await this.shellButton('end.next').waitFor();
  }

  /** From the end of a scene to the map; declines a helper if one is offered. */
  async backToMap(): Promise<void> {
    await this.press(this.shellButton('end.next'));
    const alone = this.frame.getByRole('button', { name: this.say('offer.decline'), exact: true });
    await this.map.or(alone).waitFor();
    if (await alone.isVisible()) await this.press(alone);
    await this.map.waitFor();
  }

  /** Reloads the tool's page inside its frame. */
  async reloadTool(until: Locator): Promise<void> {
    await reloadFrame(this.page);
    await until.waitFor();
  }
}
