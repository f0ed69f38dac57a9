/** The engine's calls do not name their launch, so an AsyncLocalStorage tracks it. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { KeyObject } from 'node:crypto';

export type Agreement = { readonly agreed: true } | { readonly agreed: false; readonly reason: string };

interface Judgement {
  readonly key: KeyObject;
  readonly settle: (agreement: Agreement) => void;
  /** For what is no verdict, e.g. a database that does not answer. */
  readonly fail: (error: Error) => void;
}

/**
 * While active, AsyncLocalStorage makes Node 20 track every promise, which slows down all actions. So the
 * last verdict disables it.
 */
export class Judgements {
  readonly #atWork = new AsyncLocalStorage<Judgement>();
  #open = 0;

  find(): Judgement | undefined {
    return this.#atWork.getStore();
  }

  /**
   * During `work`, `find` returns this launch. Ends only with the first verdict or failure, even if the
   * caller gave up: without the key, ltijs would fetch one.
   */
  judge(key: KeyObject, work: () => Promise<Agreement>): Promise<Agreement> {
    return new Promise((resolve, reject) => {
      let isOpen = true;
      const end = (): void => {
        if (!isOpen) return;
        isOpen = false;
        this.#open -= 1;
        // If disabled earlier, other launches would lose their context.
        if (this.#open === 0) this.#atWork.disable();
      };
      const settle = (agreement: Agreement): void => {
        end();
        resolve(agreement);
      };
      const fail = (error: Error): void => {
        end();
        reject(error);
      };
      this.#open += 1;
      void this.#atWork.run({ key, settle, fail }, work).then(settle).finally(end);
    });
  }
}
