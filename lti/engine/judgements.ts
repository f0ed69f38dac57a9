/**
 * The launches that the protocol engine is judging. ltijs asks for rows and gives its verdict in calls that do not say
 * which launch they are about: an AsyncLocalStorage tells.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { KeyObject } from 'node:crypto';

export type Agreement = { readonly agreed: true } | { readonly agreed: false; readonly reason: string };

/** One launch under judgement. */
interface Judgement {
  /** The one that verify.ts found the signature good with. */
  readonly key: KeyObject;
  /** Takes the verdict. */
  readonly settle: (agreement: Agreement) => void;
}

/**
 * While an AsyncLocalStorage is in use, Node 20 follows every promise of the process, and each action of a learner
 * costs more. So it is put away with the last verdict; the next launch takes it out again.
 */
export class Judgements {
  readonly #atWork = new AsyncLocalStorage<Judgement>();
  #open = 0;

  /** The launch that the caller works for; undefined outside of one, and once every launch has its verdict. */
  find(): Judgement | undefined {
    return this.#atWork.getStore();
  }

  /**
   * Judges with `work`, in which, and in all that it calls, `find` answers this launch. The verdict is what is settled
   * first, there or by what `work` answers, if it ever does. Nothing else ends a judgement: a launch that nobody waits
   * for any more still needs its key as long as ltijs is at it, which would fetch one by itself.
   */
  judge(key: KeyObject, work: () => Promise<Agreement>): Promise<Agreement> {
    return new Promise((resolve) => {
      let isOpen = true;
      const end = (): void => {
        if (!isOpen) return;
        isOpen = false;
        this.#open -= 1;
        // Only then: it would take their judgements away from the others too.
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
