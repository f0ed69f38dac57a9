/** State of the attempt in this page. The game decides which screen follows. */
import type { ActAnswer, AttemptView, ClientAction, WeekAnswer } from '../../../server/contract/play.ts';
import type { World, WorldApps } from '../../../scenarios/world/types.ts';
import type { Api } from '../api/api.ts';
import { type ApiProblem, isTransient, toProblem } from '../api/problem.ts';
import type { Timers } from '../api/timers.ts';
import { firstBatch } from './batches.ts';
import { Journal } from './journal.ts';
import { createJournalSeal, type JournalEntry, type PageCrypto } from './journal-seal.ts';
import type { JournalStore } from './journal-store.ts';
import type { LastWriter } from './last-writer.ts';
import { isLeft, nextScene } from './next-scene.ts';
import { ScenePlay } from './scene-play.svelte.ts';
import { type ConnectionState, Sync } from './sync.svelte.ts';
import type { TabMemory } from './tab-memory.ts';
import type { TypedBoxes } from './typed-boxes.ts';

export type AttemptAction = Extract<ClientAction['action'], { app: 'frame' }>;

export interface AttemptDeps {
  readonly api: Api;
  readonly store: JournalStore;
  readonly tab: TabMemory;
  readonly typedBoxes: TypedBoxes;
  readonly lastWriter: LastWriter;
  readonly timers: Timers;
  readonly crypto: PageCrypto;
  readonly isPhone: () => boolean;
  /** Loads the windows of a scene's apps too; never rejects. */
  readonly loadApps: (world: World) => Promise<WorldApps>;
  /** A random id for each page that starts writing. */
  readonly newWriter: () => string;
  readonly onconnection: (state: ConnectionState) => void;
  /** Called if the server stored something: earlier problems are over. */
  readonly onstored: () => void;
  /** Called if the session is over, the client is old, or the attempt ended elsewhere. */
  readonly onproblem: (problem: ApiProblem) => void;
}

export class Attempt {
  view: Omit<AttemptView, 'journalKey'> = $state.raw(undefined as never);
  play: ScenePlay | null = $state.raw(null);
  week: WeekAnswer = $state.raw({ scenes: [], goesOn: false });
  /** True while another page is the writer. */
  isReadOnly = $state(true);
  readonly #deps: AttemptDeps;
  readonly #journal: Journal;
  #sync: Sync | null = $state.raw(null);

  constructor(view: AttemptView, journal: Journal, deps: AttemptDeps) {
    this.view = view;
    this.#journal = journal;
    this.#deps = deps;
  }

  get isOver(): boolean {
    return this.view.status === 'finished' || this.view.status === 'abandoned';
  }

  /** True if no page has written yet, or this tab was the writer before a reload. */
  get isOurs(): boolean {
    return this.view.writer === '' || this.view.writer === this.#deps.tab.read().writer;
  }

  /** Whether another window may have it open; without storage this tab may be the only one. */
  get wasElsewhere(): boolean {
    const { lastWriter } = this.#deps;
    return lastWriter.remembers && this.view.writer !== lastWriter.read();
  }

  get isInScene(): boolean {
    return this.view.scenes.some(({ status }) => status === 'open');
  }

  get isOnPhone(): boolean {
    return this.#deps.isPhone();
  }

  /** True if scenes are left, and none of them can be played on this phone. */
  get waitsForComputer(): boolean {
    const { scenes } = this.view;
    return scenes.some(isLeft) && nextScene(scenes, this.isOnPhone) === null;
  }

  get hasUnsent(): boolean {
    return (this.#sync?.unsentCount ?? 0) > 0;
  }

  get lastTMs(): number {
    return this.#sync?.lastTMs ?? 0;
  }

  /** Becomes the writer: sends stored entries of the current epoch, then raises the epoch. */
  async takeWriting(): Promise<void> {
    const { api, tab, timers, newWriter } = this.#deps;
    this.#sync?.stop();
    await this.#sendStored();
    // A new id each time: for a repeated id the server keeps the epoch.
    const view = await api.openAttempt(this.view.id, { writer: newWriter(), tMs: timers.monotonicMs() });
    this.view = view;
    tab.write({ writer: view.writer, isAway: false });
    this.#deps.lastWriter.write(view.writer);
    await this.#journal.removeUpTo(view.epoch - 1, Number.MAX_SAFE_INTEGER);
    this.#sync = this.#createSync(view);
    this.isReadOnly = this.isOver;
  }

  async openScene(): Promise<ScenePlay | null> {
    const scene = nextScene(this.view.scenes, this.isOnPhone);
    const sync = this.#sync;
    if (scene === null || sync === null || this.isOver) return null;
    const { api, loadApps, typedBoxes } = this.#deps;
    const answer = await api.getScene(this.view.id, scene.sceneId);
    this.play = new ScenePlay(answer, await loadApps(answer.world), sync, typedBoxes);
    typedBoxes.open(this.#sceneKey);
    return this.play;
  }

  /** A reload, or another window, does not show the welcome again. */
  endWelcome(): void {
    this.#deps.tab.write({ welcomed: this.view.id });
  }

  get wasWelcomed(): boolean {
    return this.#deps.tab.read().welcomed === this.view.id;
  }

  /** Call it when the introduction is over: a reload then leads into the scene. */
  beginScene(): void {
    this.#deps.tab.write({ begun: this.#sceneKey });
  }

  get hasBegunScene(): boolean {
    return this.play?.isResumed === true || this.#deps.tab.read().begun === this.#sceneKey;
  }

  get #sceneKey(): string {
    return `${this.view.id} ${this.play?.sceneId ?? ''}`;
  }

  async loadWeek(): Promise<void> {
    this.week = await this.#deps.api.getWeek(this.view.id);
  }

  /** Does nothing unless this page is the writer. */
  frame(action: AttemptAction, tMs?: number): void {
    if (this.isReadOnly || this.#sync === null) return;
    const isInScene = this.play !== null && this.play.state.ended === null;
    const sceneId = isInScene ? (this.play?.sceneId ?? null) : null;
    if (isInScene && this.play?.takeRoom(action) === false) return;
    this.#sync.record({ sceneId, action }, isInScene ? (this.play?.hash ?? null) : null, tMs);
  }

  /** Resolves when all actions are stored on the server, or sending stopped. */
  async settled(): Promise<void> {
    await this.#sync?.settled();
  }

  async flush(): Promise<void> {
    await this.#sync?.flush();
  }

  wake(): void {
    this.#sync?.wake();
  }

  leave(): void {
    this.#deps.typedBoxes.forget();
    this.stop();
  }

  /** Also what this browser has not sent yet. */
  async forget(): Promise<void> {
    this.leave();
    await this.#journal.removeUpTo(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  }

  stop(): void {
    this.#sync?.stop();
    this.isReadOnly = true;
  }

  #createSync(view: AttemptView): Sync {
    const { api, timers, onconnection } = this.#deps;
    const writer = { attemptId: view.id, epoch: view.epoch, actionSeq: view.actionSeq };
    return new Sync({
      api,
      timers,
      writer,
      journal: this.#journal,
      port: {
        acknowledged: ({ attempt }: ActAnswer) => {
          this.view = attempt;
          this.#deps.onstored();
        },
        resync: () => this.#resync(),
        connection: onconnection,
        stopped: (problem) => {
          this.#stopped(problem);
        },
      },
    });
  }

  async #resync(): Promise<void> {
    if (this.play === null) return;
    const { play } = this;
    play.adopt(await this.#deps.api.getScene(this.view.id, play.sceneId));
  }

  #stopped(problem: ApiProblem): void {
    this.isReadOnly = true;
    // Another page is the writer: offer « Continuer ici ».
    if (problem.code === 'attempt.epoch-stale') return;
    this.#deps.onproblem(problem);
  }

  /**
   * Sends stored entries of the current epoch, unless the server refuses them; without those of an earlier
   * one.
   */
  async #sendStored(): Promise<void> {
    const { epoch, actionSeq } = this.view;
    const stored = await this.#journal.list();
    let queue: readonly JournalEntry[] = stored.filter(
      (entry) => entry.epoch === epoch && entry.action.actionSeq > actionSeq,
    );
    for (let batch = firstBatch(queue); batch !== null; batch = firstBatch(queue)) {
      try {
        const { acknowledged, attempt } = await this.#deps.api.act(this.view.id, batch);
        this.view = attempt;
        await this.#journal.removeUpTo(epoch, acknowledged);
        const rest = queue.filter(({ action }) => action.actionSeq > acknowledged);
        if (rest.length === queue.length) return;
        queue = rest;
      } catch (error) {
        const problem = toProblem(error);
        const isHopeless =
          !isTransient(problem) && problem.status !== 401 && problem.code !== 'client.outdated';
        if (!isHopeless) throw error;
        return;
      }
    }
  }
}

export async function createAttempt(view: AttemptView, deps: AttemptDeps): Promise<Attempt> {
  const seal = await createJournalSeal(view.id, view.journalKey, deps.crypto);
  return new Attempt(view, new Journal(view.id, seal, deps.store), deps);
}
