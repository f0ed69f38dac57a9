/** Logs times when nobody could play, which active time leaves out. */
import type { ConnectionState } from './sync.svelte.ts';
import type { Timers } from '../api/timers.ts';
import type { Attempt } from './attempt.svelte.ts';

/** Hidden for this long, the page counts as paused. */
export const hiddenPauseMs = 10 * 60_000;
/** A shorter loss of the connection is no pause. */
const shortestLostMs = 5000;

/** A shorter look at another window is not logged. */
const shortestAwayMs = 1000;

export interface PresencePort {
  attempt(): Pick<Attempt, 'frame' | 'flush' | 'wake' | 'lastTMs'> | null;
  isPlaying(): boolean;
  onpause(): void;
}

export class Presence {
  /** Why actions wait to be sent; null if they do not. */
  waits: Exclude<ConnectionState, 'up'> | null = $state(null);
  readonly #port: PresencePort;
  readonly #timers: Timers;
  #hiddenAtMs: number | null = null;
  #awaySinceMs: number | null = null;
  #lostAtMs: number | null = null;
  #cancel: () => void = () => undefined;

  constructor(port: PresencePort, timers: Timers) {
    this.#port = port;
    this.#timers = timers;
  }

  get isConnectionLost(): boolean {
    return this.waits === 'lost' || this.waits === 'full';
  }

  hidden(): void {
    this.leaving();
    this.#hiddenAtMs = this.#timers.monotonicMs();
    this.#awaySinceMs = this.#port.isPlaying() ? this.#hiddenAtMs : null;
    this.#cancel();
    this.#cancel = this.#timers.after(hiddenPauseMs, () => {
      this.#pauseIfLong();
    });
  }

  /** A sleeping device stops timers: check the time again. */
  shown(): void {
    this.#cancel();
    this.#pauseIfLong();
    this.#hiddenAtMs = null;
    this.#reportAway();
    this.online();
  }

  /** Sends what is unsent: the page may vanish. */
  leaving(): void {
    void this.#port.attempt()?.flush();
  }

  online(): void {
    this.#port.attempt()?.wake();
  }

  connection(state: ConnectionState): void {
    this.waits = state === 'up' ? null : state;
    if (this.isConnectionLost) {
      this.#lostAtMs ??= this.#timers.monotonicMs();
      return;
    }
    const lostAtMs = this.#lostAtMs;
    const attempt = this.#port.attempt();
    this.#lostAtMs = null;
    if (lostAtMs === null || attempt === null || !this.#port.isPlaying()) return;
    // Actions during the loss count as play; the pause begins after the last one.
    const pausedAtMs = Math.max(lostAtMs, attempt.lastTMs);
    if (this.#timers.monotonicMs() - pausedAtMs < shortestLostMs) return;
    attempt.frame({ app: 'frame', type: 'pause', cause: 'connection' }, pausedAtMs);
    attempt.frame({ app: 'frame', type: 'resume' });
  }

  #reportAway(): void {
    if (this.#awaySinceMs === null) return;
    const ms = Math.round(this.#timers.monotonicMs() - this.#awaySinceMs);
    this.#awaySinceMs = null;
    if (ms >= shortestAwayMs) this.#port.attempt()?.frame({ app: 'frame', type: 'hidden', ms });
  }

  #pauseIfLong(): void {
    if (this.#hiddenAtMs === null || !this.#port.isPlaying()) return;
    const pausedAtMs = this.#hiddenAtMs + hiddenPauseMs;
    if (this.#timers.monotonicMs() < pausedAtMs) return;
    this.#hiddenAtMs = null;
    this.#port.attempt()?.frame({ app: 'frame', type: 'pause', cause: 'hidden' }, pausedAtMs);
    this.#port.onpause();
  }
}
