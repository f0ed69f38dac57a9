/**
 * Tells the log of the times when nobody could play: the page hidden for long, or the connection gone. The log's
 * active time leaves them out. Knows no network and no screen.
 */
import type { Timers } from '../api/timers.ts';
import type { FrameAction } from './attempt.svelte.ts';

/** Hidden this long counts as a pause. */
export const hiddenPauseMs = 10 * 60_000;
/** A shorter gap is no pause: networks blink. */
const shortestLostMs = 5000;

export interface PausesPort {
  frame(action: FrameAction, tMs?: number): void;
  /** Monotonic time of the last recorded action. */
  readonly lastTMs: number;
  /** Whether a scene is being played now. */
  readonly isPlaying: boolean;
  /** The game should show that it waits. */
  onpause(): void;
}

export class Pauses {
  readonly #port: PausesPort;
  readonly #timers: Timers;
  #hiddenAtMs: number | null = null;
  #lostAtMs: number | null = null;
  #cancel: () => void = () => undefined;

  constructor(port: PausesPort, timers: Timers) {
    this.#port = port;
    this.#timers = timers;
  }

  hidden(): void {
    this.#hiddenAtMs = this.#timers.monotonicMs();
    this.#cancel();
    this.#cancel = this.#timers.after(hiddenPauseMs, () => {
      this.#pauseIfLong();
    });
  }

  /** A sleeping device stops timers: the time is looked at again when the page is back. */
  shown(): void {
    this.#cancel();
    this.#pauseIfLong();
    this.#hiddenAtMs = null;
  }

  connection(isLost: boolean): void {
    if (isLost) {
      this.#lostAtMs = this.#timers.monotonicMs();
      return;
    }
    const lostAtMs = this.#lostAtMs;
    this.#lostAtMs = null;
    if (lostAtMs === null || !this.#port.isPlaying) return;
    // What was done meanwhile counts as played: the pause is what was idle at the end of the gap.
    const pausedAtMs = Math.max(lostAtMs, this.#port.lastTMs);
    if (this.#timers.monotonicMs() - pausedAtMs < shortestLostMs) return;
    this.#port.frame({ app: 'frame', type: 'pause', cause: 'connection' }, pausedAtMs);
    this.#port.frame({ app: 'frame', type: 'resume' });
  }

  #pauseIfLong(): void {
    if (this.#hiddenAtMs === null || !this.#port.isPlaying) return;
    const pausedAtMs = this.#hiddenAtMs + hiddenPauseMs;
    if (this.#timers.monotonicMs() < pausedAtMs) return;
    this.#hiddenAtMs = null;
    this.#port.frame({ app: 'frame', type: 'pause', cause: 'hidden' }, pausedAtMs);
    this.#port.onpause();
  }
}
