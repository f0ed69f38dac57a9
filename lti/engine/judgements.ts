/**
 * Launches that the protocol engine is judging. Its calls do not name their launch, so an AsyncLocalStorage
 * tracks it.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { KeyObject } from 'node:crypto';

export type Agreement = { readonly agreed: true } | { readonly agreed: false; readonly reason: string };

interface Judgement {
  /** From verify.ts. */
  readonly key: KeyObject;
  readonly settle: (agreement: Agreement) => void;
}

/**
 * An active AsyncLocalStorage makes Node 20 track every promise, which slows down all actions. So it is
 * disabled after the last verdict and enabled by the next launch.
 */
export class Judgements {
  readonly #atWork = new AsyncLocalStorage<Judgement>();
  #open = 0;

  /** Undefined outside of a launch. */
  find(): Judgement | undefined {
    return this.#atWork.getStore();
  }

  /**
   * `find` returns this launch throughout `work`. The first verdict counts, settled or returned. Nothing else
   * ends a judgement: even if the caller gave up, ltijs needs the key, or it would fetch one.
   */
  judge(key: KeyObject, work: () => Promise<Agreement>): Promise<Agreement> {
    return new Promise((resolve) => {
      let isOpen = true;
      const end = (): void => {
        if (!isOpen) return;
        isOpen = false;
        this.#open -= 1;
        // Earlier would remove the context of other launches.
        if (this.#open === 0) this.#atWork.disable();
      };
      const settle = (agreement: Agreement): void => {
        end();
        resolve(agreement);
      };
      this.#open += 1;
      void this.#atWork.run({ key, settle }, work).then(settle).finally(end);
    });
  }
}
