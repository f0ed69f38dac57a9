import type { ConnectionAnswer, KeysUnread } from '../../../../server/contract/connection.ts';
import type { Caller } from '../../api/caller.ts';

/** Asks whether the platform could read our keys. */
export class KeysCheck {
  found: KeysUnread | null = $state.raw(null);
  isChecking = $state(false);
  readonly #caller: Caller;
  readonly #path: '/api/activity/connection' | '/api/select/connection';

  constructor(caller: Caller, path: '/api/activity/connection' | '/api/select/connection') {
    this.#caller = caller;
    this.#path = path;
  }

  async check(): Promise<void> {
    this.isChecking = true;
    try {
      this.found = (
        await this.#caller.once<ConnectionAnswer>({ method: 'GET', path: this.#path })
      ).keysUnread;
    } catch {
      // The notice stays as it is.
    } finally {
      this.isChecking = false;
    }
  }
}
