/**
 * The launches that the protocol engine is judging. Its calls do not say which launch they belong to, so an
 * AsyncLocalStorage tracks it.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { KeyObject } from 'node:crypto';

export type Agreement = { readonly agreed: true } | { readonly agreed: false; readonly reason: string };

interface Judgement {
  /** The key that verified the signature in verify.ts. */
  readonly key: KeyObject;
  /** Takes the verdict. */
  readonly settle: (agreement: Agreement) => void;
}

/**
 * While an AsyncLocalStorage is active, Node 20 tracks every promise of the process, which slows down each
 * action of a learner. Therefore it is disabled after the last verdict and enabled by the next launch.
 */
export class Judgements {
  readonly #atWork = new AsyncLocalStorage<Judgement>();
  #open = 0;

  /** The launch that the caller works for; undefined outside of a launch. */
  find(): Judgement | undefined {
    return this.#atWork.getStore();
  }

  /**
   * Runs `work` so that `find` returns this launch in all its calls. The first verdict counts, whether it is
   * settled or returned by `work`. Nothing else ends a judgement: even after the caller gave up, ltijs needs
   * the key, or it would fetch one itself.
   */
  judge(key: KeyObject, work: () => Promise<Agreement>): Promise<Agreement> {
    return new Promise((resolve) => {
      let isOpen = true;
      const end = (): void => {
        if (!isOpen) return;
        isOpen = false;
        this.#open -= 1;
        // Disabling earlier would take the context away from the other launches.
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
