/** Measures screens one after the other in several sizes. */
import type { Frame, Locator, Page } from 'playwright-core';
import { type FrameSize, frameSize, giveFrame } from './low-frame.ts';
import { takePicture } from './picture.ts';
import { lookAt } from './sight.ts';

export interface Look extends FrameSize {
  readonly text: '100' | '200';
}

export const usualLooks: readonly Look[] = [
  { ...frameSize, text: '100' },
  { width: 969, height: 380, text: '100' },
  { width: 1280, height: 560, text: '100' },
  { width: 390, height: 844, text: '100' },
  { width: 320, height: 640, text: '100' },
];

export const doubleLooks: readonly Look[] = [
  { width: 390, height: 844, text: '200' },
  { width: 320, height: 640, text: '200' },
];

/** The tool is in the frame of a course, or has the whole window. */
export class ScreenLooks {
  readonly findings: string[] = [];
  readonly #page: Page;
  readonly #language: string;
  readonly #shown: FrameSize;

  /** @param shown the size in which the person plays */
  constructor(page: Page, language: string, shown: FrameSize) {
    this.#page = page;
    this.#language = language;
    this.#shown = shown;
  }

  async see(screen: string, looks: readonly Look[]): Promise<void> {
    for (const look of looks) {
      const name = `${screen} at ${look.width} × ${look.height}, ${look.text} %`;
      await this.#give(look, look.text);
      const { faults } = await lookAt(this.#tool);
      this.findings.push(...faults.map((fault) => `${name}: ${fault}`));
      const picture = `screen-${look.width}x${look.height}-${look.text}-${screen.replaceAll(' ', '-')}`;
      await takePicture(this.#picture, picture, this.#language);
    }
    await this.#give(this.#shown, '100');
  }

  get #framed(): Frame | null {
    return this.#page.frame({ name: 'contentframe' });
  }

  get #tool(): Frame {
    return this.#framed ?? this.#page.mainFrame();
  }

  get #picture(): Page | Locator {
    return this.#framed === null ? this.#page : this.#page.locator('#contentframe');
  }

  async #give(size: FrameSize, text: Look['text']): Promise<void> {
    if (this.#framed === null) await this.#page.setViewportSize({ width: size.width, height: size.height });
    else await giveFrame(this.#page, size);
    const root = 'document.documentElement';
    await this.#tool.evaluate(
      text === '100' ? `delete ${root}.dataset.textSize` : `${root}.dataset.textSize = '${text}'`,
    );
  }
}
