import type { Api } from '../api/api.ts';
import type { Comfort } from './comfort.svelte.ts';
import type { Session } from './session.svelte.ts';

export class ComfortKeeper {
  readonly #comfort: Comfort;
  readonly #api: Pick<Api, 'keepComfort'>;
  readonly #session: Pick<Session, 'present' | 'practice'>;
  #isPressed = false;
  #isSending = false;

  constructor(
    comfort: Comfort,
    api: Pick<Api, 'keepComfort'>,
    session: Pick<Session, 'present' | 'practice'>,
  ) {
    this.#comfort = comfort;
    this.#api = api;
    this.#session = session;
  }

  /** A press wins over what another browser stored before. */
  pressed(): void {
    this.#isPressed = true;
    this.resend();
  }

  /** What could not be sent gives way to what another browser stored meanwhile. */
  resend(): void {
    const { present, practice } = this.#session;
    if (!this.#comfort.isUnsent || this.#isSending || present === null || practice) return;
    void this.#send();
  }

  async #send(): Promise<void> {
    this.#isSending = true;
    try {
      while (this.#comfort.isUnsent) {
        const wins = this.#isPressed;
        this.#isPressed = false;
        const answer = await this.#api.keepComfort(this.#comfort.kept);
        this.#isPressed ||= wins && !answer.isStored;
        if (this.#isPressed) this.#comfort.learn(answer.revision);
        else this.#comfort.take(answer);
      }
    } catch {
      // Stays unsent.
    } finally {
      this.#isSending = false;
    }
  }
}
