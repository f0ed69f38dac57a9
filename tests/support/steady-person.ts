/** A person who never scrolls: says which controls they would have had to look for. */
import type { Locator } from 'playwright-core';
import { findHidden } from './sight.ts';
import { WeekPerson } from './week-person.ts';

/** What follows a press, such as a new page of an app, may take its time. */
const patienceMs = 2_000;

export class SteadyPerson extends WeekPerson {
  readonly hunted: string[] = [];

  override async press(target: Locator): Promise<void> {
    await target.waitFor();
    if (this.input !== 'keyboard') await this.#look(target);
    await super.press(target);
  }

  /** The focus scrolls by itself; all that has it must be seen. */
  override async tabTo(target: Locator): Promise<void> {
    await super.tabTo(target);
    await this.#look(target);
  }

  async #look(target: Locator): Promise<void> {
    const frame = this.page.frame({ name: 'contentframe' });
    if (frame === null) throw new Error('the page has no frame of the tool');
    const endsAt = performance.now() + patienceMs;
    let hidden = await findHidden(frame, target);
    while (hidden !== null && performance.now() < endsAt) hidden = await findHidden(frame, target);
    if (hidden !== null) this.hunted.push(`${hidden}: ${target.toString()}`);
  }
}
