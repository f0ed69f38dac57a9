/**
 * A learner with a bad connection: launches through the real pages, plays one attempt after the other, sends each
 * batch until it is acknowledged, and launches again if the page is lost. Records what was acknowledged.
 */
import { isDeepStrictEqual } from 'node:util';
import { hashState } from '../../scenarios/world/hash.ts';
import { startScene, step } from '../../scenarios/world/scene.ts';
import type { SceneState, World, WorldAction } from '../../scenarios/world/types.ts';
import type {
  ActAnswer,
  AttemptAnswer,
  AttemptView,
  ClientAction,
  SceneAnswer,
} from '../../server/contract/play.ts';
import { type Answer, ApiLearner, type LearnerWorld } from '../support/api-learner.ts';
import { ask, backOff, type Day, GivenUp, pause, Refusal, SessionLost } from './asking.ts';
import type { AttemptBook, Library, Place } from './book.ts';
import { done, skip, wander } from './wander.ts';

export interface LearnerPlace extends Place {
  readonly world: LearnerWorld;
}

/** Of a hundred batches: the page is given up and another opened, tokens are renewed, the attempt is ended early. */
const habits = { leave: 0.03, renew: 0.03, endEarly: 0.01, skip: 0.1, pressRefused: 0.3 } as const;
const longestBatch = 10;

/** A scene as the page shows it. */
interface Shown {
  readonly sceneId: string;
  readonly world: World;
  state: SceneState;
}

export class ChaosLearner {
  readonly #place: LearnerPlace;
  readonly #day: Day;
  readonly #library: Library;
  readonly #chance: () => number;
  readonly #api: ApiLearner;
  #attempt: AttemptView | null = null;
  #noticeVersion = '';
  #writers = 0;
  #launchedAt = 0;
  #seq = 0;
  #tMs = 1_000;
  /** Used as `clientAt`: unique per action of a learner, however often it is sent. */
  #mark = 1_700_000_000_000;

  constructor(place: LearnerPlace, day: Day, library: Library, chance: () => number) {
    this.#place = place;
    this.#day = day;
    this.#library = library;
    this.#chance = chance;
    this.#api = new ApiLearner(place.world);
  }

  /** Plays until the day ends, and finishes the current attempt. Resolves to false if that was not possible. */
  async live(): Promise<boolean> {
    for (;;) {
      try {
        await this.#enter();
        await this.#play();
        if (this.#day.isEnding) return true;
      } catch (error) {
        if (error instanceof GivenUp) return false;
        if (error instanceof Refusal) this.#note(error.message);
        else if (!(error instanceof SessionLost)) throw error;
        if (this.#day.isOver) return false;
        await pause(100);
      }
    }
  }

  /** Launches until it succeeds, then becomes the writer of the latest attempt. */
  async #enter(): Promise<void> {
    const { personId, activityId } = this.#place;
    for (let tries = 0; ; tries += 1) {
      this.#launchedAt = performance.now();
      try {
        await this.#day.launches.pass(() => this.#api.launch(personId, activityId));
        break;
      } catch {
        this.#day.counts.lost += 1;
        await backOff(this.#day, tries, this.#chance);
      }
    }
    this.#day.counts.launches += 1;
    const { attempt, noticeVersion } = await this.#ask<AttemptAnswer>('GET', '/api/attempt');
    this.#noticeVersion = noticeVersion;
    this.#attempt = attempt;
  }

  async #play(): Promise<void> {
    if (this.#attempt === null || isOver(this.#attempt)) {
      if (this.#attempt !== null) this.#bookOf(this.#attempt).isFinished = true;
      if (this.#day.isEnding && this.#attempt !== null) return;
      const body = {
        noticeVersion: this.#noticeVersion,
        language: 'fr',
        number: (this.#attempt?.number ?? 0) + 1,
      };
      this.#attempt = await this.#ask<AttemptView>('POST', '/api/attempts', body);
    }
    const attempt = await this.#claimWriter(this.#attempt);
    const book = this.#bookOf(attempt);
    while (!isOver(this.#current)) {
      const next = this.#current.scenes.find(({ status }) => status === 'waiting' || status === 'open');
      if (next === undefined) throw new Error(`attempt ${attempt.id} goes on without a scene`);
      await this.#playScene(book, await this.#show(next.sceneId), next.scenario);
    }
    book.isFinished = true;
  }

  get #current(): AttemptView {
    if (this.#attempt === null) throw new Error('no attempt yet');
    return this.#attempt;
  }

  /** Each page has its own id, and counts its actions from 1. */
  async #claimWriter({ id }: AttemptView): Promise<AttemptView> {
    this.#writers += 1;
    const { personId, activityId } = this.#place;
    const writer = `page-${personId}-${activityId}-${this.#writers}`;
    const opened = await this.#ask<AttemptView>('POST', `/api/attempts/${id}/open`, {
      writer,
      tMs: this.#tMs,
    });
    this.#attempt = opened;
    this.#seq = opened.actionSeq;
    return opened;
  }

  async #show(sceneId: string): Promise<Shown> {
    const path = `/api/attempts/${this.#current.id}/scenes/${sceneId}`;
    const { world, actions, stateHash } = await this.#ask<SceneAnswer>('GET', path);
    let state = startScene(world);
    for (const { action, ...ref } of actions) {
      const next = step(world, state, action, ref);
      if (!next.ok) this.#note(`scene ${sceneId}: a stored action is refused on replay`);
      else state = next.state;
    }
    if (hashState(state) !== stateHash)
      this.#note(`scene ${sceneId}: page and tool replay to different states`);
    return { sceneId, world, state };
  }

  /**
   * Plays to the scene's end, in batches.
   * @throws SessionLost if the page is lost or left before
   */
  async #playScene(book: AttemptBook, scene: Shown, scenario: string): Promise<void> {
    if (this.#current.helperOffer === 'due') await this.#answerHelper(book);
    const way = this.#day.thinkMs === 0 ? [] : wander(scenario, this.#chance);
    for (;;) {
      await pause(this.#chance() * this.#day.thinkMs);
      const isLast = way.length === 0;
      const batch = isLast
        ? this.#finish(scene)
        : this.#take(scene, way.splice(0, 1 + this.#below(longestBatch)));
      if (batch.length > 0) await this.#send(book, scene, batch);
      if (isLast) return;
      if (this.#chance() < habits.leave) throw new SessionLost();
      if (this.#chance() < habits.renew) await this.#api.refresh().catch(() => undefined);
    }
  }

  /** The last action of a scene; if the world does not accept « done », the scene is skipped. */
  #finish(scene: Shown): ClientAction[] {
    if (this.#chance() < habits.endEarly) return [this.#number({ app: 'frame', type: 'end' }, scene.sceneId)];
    const last = this.#chance() < habits.skip ? skip : done;
    const batch = this.#take(scene, [last]);
    return scene.state.ended === null ? [...batch, ...this.#take(scene, [skip])] : batch;
  }

  /** Does actions on the page; what the page refuses is seldom sent, and then refused by the tool too. */
  #take(scene: Shown, actions: readonly WorldAction[]): ClientAction[] {
    return actions.flatMap((action) => {
      const ref = { epoch: this.#current.epoch, actionSeq: this.#seq + 1 };
      const next = step(scene.world, scene.state, action, ref);
      if (!next.ok && this.#chance() >= habits.pressRefused) return [];
      if (next.ok) scene.state = next.state;
      return [this.#number(action, scene.sceneId)];
    });
  }

  async #answerHelper(book: AttemptBook): Promise<void> {
    const answer = this.#chance() < 0.5 ? 'accepted' : 'declined';
    await this.#send(book, null, [this.#number({ app: 'frame', type: 'helper-offer', answer }, null)]);
  }

  #number(action: ClientAction['action'], sceneId: string | null): ClientAction {
    this.#seq += 1;
    this.#tMs += 250;
    this.#mark += 1;
    return { actionSeq: this.#seq, tMs: this.#tMs, clientAt: this.#mark, sceneId, action };
  }

  /** The same batch again and again, until the tool says what is stored. */
  async #send(book: AttemptBook, scene: Shown | null, actions: readonly ClientAction[]): Promise<void> {
    const { id, epoch } = this.#current;
    const stateHash = scene === null ? null : hashState(scene.state);
    const body = { contractVersion: 1, epoch, stateHash, actions };
    try {
      const answer = await this.#ask<ActAnswer>('POST', `/api/attempts/${id}/actions`, body);
      this.#day.counts.batches += 1;
      book.acknowledge(epoch, actions, answer.acknowledged, stateHash);
      if (answer.acknowledged !== this.#seq) {
        this.#note(`acknowledged up to ${answer.acknowledged}, sent up to ${this.#seq}`);
      }
      this.#attempt = { ...this.#current, ...answer.attempt };
      if (answer.resync && scene !== null && scene.state.ended === null) await this.#compare(scene);
    } catch (error) {
      book.giveUp(epoch, actions);
      throw error;
    }
  }

  /** After a refused action page and tool must still agree. */
  async #compare(scene: Shown): Promise<void> {
    const theirs = await this.#show(scene.sceneId);
    if (!isDeepStrictEqual(hashState(theirs.state), hashState(scene.state))) {
      this.#note(`scene ${scene.sceneId}: page and tool differ after a refused action`);
    }
    scene.state = theirs.state;
  }

  #ask<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const request = (): Promise<Answer<Body>> => this.#api.request<Body>(method, path, body);
    return ask(this.#day, this.#chance, request, () => this.#api.refresh());
  }

  #note(surprise: string): void {
    this.#bookOf({ id: this.#attempt?.id ?? 'none' }).surprises.push(surprise);
  }

  #bookOf({ id }: Pick<AttemptView, 'id'>): AttemptBook {
    return this.#library.of(id, this.#place, this.#launchedAt);
  }

  #below(most: number): number {
    return Math.floor(this.#chance() * most);
  }
}

function isOver({ status }: AttemptView): boolean {
  return status === 'finished' || status === 'abandoned';
}
