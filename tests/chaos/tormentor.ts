/** Carries a plan of torments out, and puts everything right again afterwards. */
import { pause } from './asking.ts';
import type { Asking } from './research.ts';
import type { PlannedTorment, Torment } from './torments.ts';

/** So many batches are acknowledged between two kills, or so much time has passed. */
const livedFor = 10;
const letLiveMs = 20_000;

export class Tormentor {
  /** How often each kind was carried out. */
  readonly done = new Map<Torment['kind'], number>();
  readonly #installation: Asking;
  readonly #chance: () => number;
  readonly #progress: () => number;
  readonly #running = new Set<Promise<void>>();

  /** @param progress how far the learners are, a number that grows */
  constructor(installation: Asking, chance: () => number, progress: () => number) {
    this.#installation = installation;
    this.#chance = chance;
    this.#progress = progress;
  }

  /** Resolves when the plan or its time is over and whatever it began has ended. */
  async carryOut(plan: readonly PlannedTorment[], limitMs: number): Promise<void> {
    const startedAt = performance.now();
    for (const { atMs, torment } of plan) {
      if (performance.now() - startedAt > limitMs) break;
      await pause(Math.max(0, atMs - (performance.now() - startedAt)));
      if (torment.kind === 'kill') await this.#letLive();
      const work = this.#inflict(torment).finally(() => this.#running.delete(work));
      this.#running.add(work);
      this.done.set(torment.kind, (this.done.get(torment.kind) ?? 0) + 1);
    }
    await Promise.all(this.#running);
  }

  /**
   * On a busy machine a start may take as long as the pause between two kills: who is killed must have lived, or
   * nothing is tried at all.
   */
  async #letLive(): Promise<void> {
    const before = this.#progress();
    const limitAt = performance.now() + letLiveMs;
    while (this.#progress() < before + livedFor && performance.now() < limitAt) await pause(100);
  }

  async #inflict(torment: Torment): Promise<void> {
    const { units, store, research, lms, proxy } = this.#installation;
    switch (torment.kind) {
      case 'kill': {
        const unit = units[torment.unit % units.length];
        await unit?.kill();
        await pause(torment.downMs);
        await unit?.start();
        return;
      }
      case 'store':
        for (const { control } of [store, research]) control.set(torment.faults);
        await pause(torment.lastsMs);
        for (const { control } of [store, research]) control.reset();
        return;
      case 'lms':
        await lms.control(torment.command);
        await pause(torment.lastsMs);
        await lms.control({ command: 'clearFaults' });
        return;
      case 'cut':
        proxy.cut(torment.share, this.#chance);
        return;
      case 'lose-answers':
        proxy.loseAnswers(torment.count);
        return;
      case 'dark':
        proxy.setDark(true);
        await pause(torment.lastsMs);
        proxy.setDark(false);
        return;
    }
  }
}
