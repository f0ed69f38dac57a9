/**
 * The course of the game on this page: from the launch to the end, which screen is shown and what leads on. Owns no
 * sentence and no drawing.
 */
import { type ApiProblem, isSessionOver, toProblem } from '../api/problem.ts';
import { type Language, locale } from '../i18n/i18n.svelte.ts';
import { type Attempt, type AttemptDeps, createAttempt } from './attempt.svelte.ts';
import { Pauses } from './pauses.ts';
import type { Session } from './session.svelte.ts';

export type Screen =
  | 'opening'
  | 'notice'
  | 'welcome'
  | 'introduction'
  | 'scene'
  | 'scene-end'
  | 'finished'
  | 'continue-here'
  | 'paused'
  | 'session-ended'
  | 'unavailable'
  | 'goodbye'
  | 'staff';

export interface GameDeps extends Omit<AttemptDeps, 'onproblem' | 'onstored' | 'onconnection' | 'store'> {
  readonly session: Session;
  readonly openStore: () => Promise<AttemptDeps['store']>;
  /** Loads the page again, for a newer client. */
  readonly reload: () => void;
}

/** The notice that this client shows; another one in force means that the client is old. */
export const shownNotice = '1';

/** After so many recoveries in a row that changed nothing, the person is told. */
const maxRecoveries = 2;

export class Game {
  screen: Screen = $state('opening');
  attempt: Attempt | null = $state.raw(null);
  problem: ApiProblem | null = $state.raw(null);
  isConnectionLost = $state(false);
  /** True while a step of the game waits for the server; pressing again then does nothing. */
  isBusy = $state(false);
  readonly session: Session;
  readonly #deps: GameDeps;
  readonly #pauses: Pauses;
  #store: Promise<AttemptDeps['store']> | null = null;
  #nextNumber = 1;
  #recoveries = 0;
  #mustRecover = false;
  #hasChosenLanguage = false;

  constructor(deps: GameDeps) {
    this.#deps = deps;
    this.session = deps.session;
    this.#pauses = this.#createPauses();
    locale.current = deps.tab.read().language ?? locale.current;
  }

  /** From the launch, or a reload, to the first screen. */
  async start(code: string | null): Promise<void> {
    await this.#step(async () => {
      this.screen = 'opening';
      await this.session.enter(code);
      this.#follow(this.session.language);
      if (this.session.role === 'staff') {
        this.screen = 'staff';
        return;
      }
      await this.#findAttempt();
    });
  }

  /** Begins again where something was not reachable. */
  retry(): Promise<void> {
    this.#mustRecover = false;
    return this.start(null);
  }

  acceptNotice(): Promise<void> {
    return this.#step(async () => {
      const view = await this.#deps.api.startAttempt({
        noticeVersion: shownNotice,
        language: locale.current,
        number: this.#nextNumber,
      });
      this.attempt = await createAttempt(view, await this.#attemptDeps());
      await this.attempt.takePen();
      this.screen = 'welcome';
    });
  }

  /** On to the next scene, once all that was done is stored; or to the end. */
  next(): Promise<void> {
    return this.#step(async () => {
      const { attempt } = this;
      if (attempt === null) return;
      await attempt.settled();
      if (attempt.isReadOnly && !attempt.isOver) return;
      await this.#showScene(attempt);
    });
  }

  play(): void {
    if (this.screen === 'introduction') this.screen = 'scene';
  }

  /** The scene was called done or passed over. */
  sceneEnded(): void {
    if (this.screen === 'scene') this.screen = 'scene-end';
  }

  /** Takes the pen in this window; another one becomes read-only. */
  continueHere(): Promise<void> {
    return this.#step(async () => {
      const { attempt } = this;
      if (attempt === null) return;
      await attempt.takePen();
      await this.#showScene(attempt);
    });
  }

  pause(): void {
    if (this.screen !== 'scene' && this.screen !== 'introduction') return;
    this.attempt?.frame({ app: 'frame', type: 'pause', cause: 'button' });
    this.screen = 'paused';
  }

  async resume(): Promise<void> {
    const { attempt } = this;
    if (!attempt?.play || attempt.isReadOnly) {
      await this.continueHere();
      return;
    }
    attempt.frame({ app: 'frame', type: 'resume' });
    this.screen = 'scene';
  }

  /** The learner ends the activity for good. */
  finish(): Promise<void> {
    return this.#step(async () => {
      const { attempt } = this;
      if (attempt === null) return;
      if (attempt.isReadOnly) await attempt.takePen();
      attempt.frame({ app: 'frame', type: 'end' });
      await attempt.settled();
      if (attempt.isOver) this.screen = 'finished';
    });
  }

  /** A new attempt after a finished one. */
  playAgain(): void {
    if (this.attempt === null) return;
    this.#nextNumber = this.attempt.view.number + 1;
    this.screen = 'notice';
  }

  async quit(): Promise<void> {
    await this.#step(async () => {
      await this.attempt?.flush();
      this.attempt?.stop();
      await this.session.leave();
      this.screen = 'goodbye';
    });
  }

  chooseLanguage(language: Language): void {
    this.#hasChosenLanguage = true;
    if (locale.current === language) return;
    this.#show(language);
    if (this.attempt?.isOver === false) this.attempt.frame({ app: 'frame', type: 'language', language });
  }

  /** The learner's own choice wins over what the launch or the attempt says. */
  #follow(language: Language): void {
    if (!this.#hasChosenLanguage) this.#show(language);
  }

  #show(language: Language): void {
    locale.current = language;
    this.#deps.tab.write({ language });
  }

  hidden(): void {
    this.#pauses.hidden();
    void this.attempt?.flush();
  }

  shown(): void {
    this.#pauses.shown();
    this.attempt?.wake();
  }

  leaving(): void {
    void this.attempt?.flush();
  }

  online(): void {
    this.attempt?.wake();
  }

  async #findAttempt(): Promise<void> {
    const { attempt: view, noticeVersion } = await this.#deps.api.findAttempt();
    if (view === null || view.status === 'abandoned') {
      if (noticeVersion !== shownNotice) {
        this.#outdated();
        return;
      }
      this.#nextNumber = (view?.number ?? 0) + 1;
      this.screen = 'notice';
      return;
    }
    this.#follow(view.language);
    const attempt = await createAttempt(view, await this.#attemptDeps());
    this.attempt?.stop();
    this.attempt = attempt;
    if (attempt.isOver) this.screen = 'finished';
    else if (!attempt.isOurs) this.screen = 'continue-here';
    else if (view.status === 'paused') this.screen = 'paused';
    else {
      await attempt.takePen();
      await this.#showScene(attempt);
    }
  }

  async #showScene(attempt: Attempt): Promise<void> {
    if (attempt.isOver) {
      this.screen = 'finished';
      return;
    }
    const isFirst = attempt.view.scenes.every(({ status }) => status === 'waiting');
    const wasWelcomed = this.screen === 'welcome';
    if (isFirst && !wasWelcomed) {
      this.screen = 'welcome';
      return;
    }
    const play = await attempt.openScene();
    if (play === null) this.screen = 'finished';
    else this.screen = play.isResumed ? 'scene' : 'introduction';
    this.#deps.tab.write({ reloaded: false });
  }

  /** One step of the game at a time, with one way out for what goes wrong. */
  async #step(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      await work();
    } catch (error) {
      this.#fail(toProblem(error));
    } finally {
      this.isBusy = false;
    }
    if (this.#mustRecover) await this.retry();
  }

  #fail(problem: ApiProblem): void {
    this.problem = problem;
    if (isSessionOver(problem)) {
      this.attempt?.stop();
      this.screen = 'session-ended';
    } else if (problem.code === 'client.outdated' || problem.code === 'notice.outdated') this.#outdated();
    else this.screen = 'unavailable';
  }

  /** Once: the journal stays where it is and is sent by the newer client. */
  #outdated(): void {
    if (this.#deps.tab.read().reloaded) {
      this.screen = 'unavailable';
      return;
    }
    this.#deps.tab.write({ reloaded: true });
    this.#deps.reload();
  }

  /** Sending stopped for a reason of the server's: begin again from what it has, and tell where that does not help. */
  #recover(problem: ApiProblem): void {
    if (isSessionOver(problem) || problem.code === 'client.outdated') {
      this.#fail(problem);
      return;
    }
    this.#recoveries += 1;
    if (this.#recoveries > maxRecoveries) {
      this.#fail(problem);
      return;
    }
    this.#mustRecover = true;
    if (!this.isBusy) void this.retry();
  }

  async #attemptDeps(): Promise<AttemptDeps> {
    this.#store ??= this.#deps.openStore();
    const { api, tab, timers, crypto, newWriter } = this.#deps;
    return {
      ...{ api, tab, timers, crypto, newWriter },
      store: await this.#store,
      onconnection: (isLost) => {
        this.isConnectionLost = isLost;
        this.#pauses.connection(isLost);
      },
      onstored: () => {
        this.#recoveries = 0;
      },
      onproblem: (problem) => {
        this.#recover(problem);
      },
    };
  }

  #createPauses(): Pauses {
    const lastTMs = (): number => this.attempt?.lastTMs ?? 0;
    const isPlaying = (): boolean => this.screen === 'scene' && this.attempt?.isReadOnly === false;
    return new Pauses(
      {
        frame: (action, tMs) => {
          this.attempt?.frame(action, tMs);
        },
        get lastTMs() {
          return lastTMs();
        },
        get isPlaying() {
          return isPlaying();
        },
        onpause: () => {
          this.screen = 'paused';
        },
      },
      this.#deps.timers,
    );
  }
}
