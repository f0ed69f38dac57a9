/** Vite loads no style twice, not even if it failed: an app would open without its style. */
export class LostStyles {
  readonly #lost = new Set<HTMLLinkElement>();

  watch(page: Document): void {
    page.addEventListener(
      'error',
      ({ target }) => {
        if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') this.#lost.add(target);
      },
      { capture: true },
    );
  }

  /** @throws Error if one still can't be loaded */
  async load(): Promise<void> {
    await Promise.all(Array.from(this.#lost, (link) => this.#loadAgain(link)));
  }

  #loadAgain(link: HTMLLinkElement): Promise<void> {
    this.#lost.delete(link);
    const again = document.createElement('link');
    again.rel = link.rel;
    again.href = link.href;
    return new Promise((resolve, reject) => {
      again.addEventListener('load', () => {
        resolve();
      });
      again.addEventListener('error', () => {
        reject(new Error(`style not loaded: ${again.href}`));
      });
      link.replaceWith(again);
    });
  }
}
