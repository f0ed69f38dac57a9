/** State of the whole game. Screens only read it and call it. */
import { type ApiProblem, toProblem } from '../api/problem.ts';
import { atMost } from '../api/timers.ts';
import type { Attempt, AttemptAction } from './attempt.svelte.ts';
import { AttemptLoader } from './attempt-loader.ts';
import { Faults, type Remedy } from './faults.ts';
import type { GameDeps } from './game-deps.ts';
import { OwnData } from './own-data.ts';
import { OwnWindow } from './own-window.svelte.ts';
import { Preferences } from './preferences.ts';
import { Presence } from './presence.svelte.ts';
import { leaveAttempt } from './leave-attempt.ts';
import { type Screen, screenBefore, screenBetween } from './screen.ts';
import type { Session } from './session.svelte.ts';

export class Game {
  screen: Screen = $state('opening');
  attempt: Attempt | null = $state.raw(null);
  problem: ApiProblem | null = $state.raw(null);
  /** True while a step waits for the server: presses are ignored. */
  isBusy = $state(false);
  mayPlayAgain: boolean | null = $state(null);
  asksToLeave = $state(false);
  readonly session: Session;
  readonly caller: GameDeps['caller'];
  readonly #deps: GameDeps;
  readonly presence: Presence;
  readonly preferences: Preferences;
  readonly ownWindow: OwnWindow;
  readonly ownData: OwnData;
  readonly #attempts: AttemptLoader;
  readonly #faults: Faults;
  #mustRetry = false;
  #hasLeft = false;

  constructor(deps: GameDeps) {
    this.#deps = deps;
    this.session = deps.session;
    this.caller = deps.caller;
    this.ownData = new OwnData(deps.api, deps.tab);
    const port = {
      attempt: () => this.attempt,
      isPlaying: () => this.screen === 'scene' && this.attempt?.isReadOnly === false,
      onpause: () => {
        this.screen = 'paused';
      },
      onmoved: () => {
        this.screen = 'elsewhere';
      },
      onback: () => this.#returnHere(),
      quit: (goesOn?: 'frame') => this.quit(goesOn),
    };
    this.presence = new Presence(port, deps.timers);
    this.#faults = new Faults(deps.tab);
    this.preferences = new Preferences(deps, (action) => this.#report(action));
    this.#attempts = new AttemptLoader(deps, {
      onconnection: (state) => {
        this.presence.connection(state);
      },
      onstored: () => {
        this.#faults.stored();
      },
      onproblem: (problem) => {
        this.#apply(this.#faults.remedyOfStop(problem), problem);
      },
    });
    this.ownWindow = new OwnWindow(port, deps);
  }

  async start(code: string | null): Promise<void> {
    await this.#step(async () => {
      this.screen = 'opening';
      await Promise.all([this.session.enter(code), this.ownWindow.arrive(code)]);
      this.preferences.enter(this.session.language);
      // After the start of a preview the person can try again; a reload stays where it was.
      await this.#findAttempt(code !== null && this.session.practice, code !== null);
    });
  }

  retry(): Promise<void> {
    this.#mustRetry = false;
    return this.start(null);
  }

  acceptNotice(): Promise<void> {
    return this.#step(async () => {
      const { attempt: before, ownData } = this;
      if (before?.isOver === false) {
        await ownData.accept(before.view.id);
        return this.#enter(before);
      }
      this.attempt = await this.#attempts.load(await ownData.begin());
      await this.#takeWriting(this.attempt);
      this.screen = 'welcome';
    });
  }

  next(): Promise<void> {
    return this.goOnAfter(() => this.screen === 'welcome' && this.attempt?.endWelcome());
  }

  play(): void {
    if (this.screen !== 'introduction') return;
    this.attempt?.beginScene();
    this.screen = 'scene';
  }

  sceneEnded(): void {
    if (this.screen === 'scene') this.screen = 'scene-end';
  }

  goOnAfter(work: () => unknown): Promise<void> {
    return this.#step(async () => {
      await work();
      await this.#goOn(this.attempt);
    });
  }

  /** Makes this window the writer; another one becomes read-only. */
  continueHere(): Promise<void> {
    return this.#step(async () => {
      const { attempt } = this;
      if (attempt === null) return;
      await this.#takeWriting(attempt);
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
    if (!attempt?.play || attempt.isReadOnly) return this.continueHere();
    attempt.frame({ app: 'frame', type: 'resume' });
    this.screen = 'scene';
  }

  finish(): Promise<void> {
    return this.#step(async () => {
      const { attempt } = this;
      if (attempt === null) return;
      if (attempt.isReadOnly) await this.#takeWriting(attempt);
      attempt.frame({ app: 'frame', type: 'end' });
      await attempt.settled();
      // Another window may have ended it first: ask the server.
      if (attempt.isOver) await this.#showEnd();
      else await this.#findAttempt();
    });
  }

  playAgain(): void {
    if (this.attempt !== null && this.mayPlayAgain === true) this.screen = 'notice';
  }

  back(): void {
    const before = screenBefore(this.screen, this.attempt?.view.hasWeek === true);
    if (before === 'leave') this.asksToLeave = true;
    else if (before !== null) void this.#step(() => this.#goTo(before));
  }

  /** Works also while a step waits for a lost connection. */
  async quit(goesOn?: 'frame'): Promise<void> {
    if (this.#hasLeft) return;
    this.#hasLeft = true;
    this.asksToLeave = false;
    this.isBusy = true;
    const typed = await leaveAttempt(this.#deps, this.attempt);
    this.screen = 'goodbye';
    this.isBusy = false;
    await this.session.leave(goesOn);
    this.ownWindow.left(goesOn === undefined ? null : typed);
  }

  /** Nothing is left to play or to send. */
  async erased(): Promise<void> {
    this.#hasLeft = true;
    this.screen = 'erased';
    await this.session.leave();
  }

  async #goTo(screen: Screen): Promise<void> {
    if (screen === 'week') await this.attempt?.loadWeek();
    this.screen = screen;
  }

  #report(action: AttemptAction): boolean {
    const { attempt } = this;
    if (attempt === null || attempt.isOver || attempt.isReadOnly) return false;
    attempt.frame(action);
    return true;
  }

  async #findAttempt(isNewTrial = false, isLaunch = false): Promise<void> {
    const answer = await this.#deps.api.findAttempt();
    const { attempt: view } = answer;
    this.ownData.note(answer);
    if (isLaunch && answer.withHelper) this.preferences.expectHelper();
    const isBehind = view?.status === 'abandoned' || (isNewTrial && view?.status === 'finished');
    if (view === null || isBehind) {
      this.ownData.checkBegin(answer);
      this.screen = 'notice';
      return;
    }
    this.preferences.follow(view.language);
    const attempt = await this.#attempts.load(view);
    this.attempt?.stop();
    this.attempt = attempt;
    if (!answer.noticeIsNew) return this.#enter(attempt);
    this.ownData.checkEdition();
    this.screen = 'notice';
  }

  async #enter(attempt: Attempt): Promise<void> {
    if (attempt.isOver && this.ownData.isResearchDue(attempt.view)) this.screen = 'research';
    else if (attempt.isOver) await this.#showEnd();
    else if (!attempt.isOurs) this.screen = this.#deps.tab.read().isAway ? 'elsewhere' : 'continue-here';
    else if (attempt.view.status === 'paused') this.screen = 'paused';
    else {
      await this.#takeWriting(attempt);
      await this.#showScene(attempt);
    }
  }

  async #returnHere(): Promise<void> {
    this.preferences.reread();
    await this.retry();
    if (this.screen === 'continue-here') await this.continueHere();
  }

  async #takeWriting(attempt: Attempt): Promise<void> {
    await attempt.takeWriting();
    if (!attempt.isOver) this.preferences.logOpened();
  }

  async #goOn(attempt: Attempt | null): Promise<void> {
    await attempt?.settled();
    if (attempt !== null && (!attempt.isReadOnly || attempt.isOver)) await this.#showScene(attempt);
  }

  async #showScene(attempt: Attempt): Promise<void> {
    if (this.ownData.isResearchDue(attempt.view)) return this.#goTo('research');
    if (attempt.isOver && !(attempt.view.hasWeek && this.screen === 'scene-end')) return this.#showEnd();
    const between = screenBetween(attempt, this.screen);
    if (between !== null) {
      await this.#goTo(between);
      return;
    }
    const play = await attempt.openScene();
    if (play === null) await this.#showEnd();
    else if (!this.#hasLeft) this.screen = attempt.hasBegunScene ? 'scene' : 'introduction';
  }

  /** Asks first, since « Recommencer » would move the screen later. Works without a connection. */
  async #showEnd(): Promise<void> {
    this.mayPlayAgain = null;
    const asked = this.#deps.api.findAttempt().then(
      (answer) => {
        this.ownData.note(answer);
        this.mayPlayAgain = answer.mayBeginAnother;
      },
      () => undefined,
    );
    await atMost(this.#deps.timers, 3_000, asked);
    if (!this.#hasLeft) this.screen = 'finished';
  }

  async #step(work: () => Promise<void>): Promise<void> {
    if (this.isBusy || this.#hasLeft) return;
    this.isBusy = true;
    try {
      await work();
    } catch (error) {
      const problem = toProblem(error);
      this.#apply(this.#faults.remedyOf(problem), problem);
    } finally {
      this.isBusy = false;
    }
    if (this.#mustRetry) await this.retry();
  }

  #apply(remedy: Remedy, problem: ApiProblem): void {
    if (this.#hasLeft) return;
    this.problem = problem;
    // After a reload, the newer client sends the journal.
    if (remedy === 'reload') this.#deps.reload();
    else if (remedy === 'again') {
      this.#mustRetry = true;
      if (!this.isBusy) void this.retry();
    } else {
      if (remedy === 'session-ended') this.attempt?.stop();
      this.screen = remedy;
    }
  }
}
