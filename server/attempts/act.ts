/**
 * Takes a batch of actions: the server replays them through the same reducers as the client, logs what the world
 * accepts and what it refuses, and answers what is durable. Repeats are acknowledged and change nothing.
 */
import { featuresOfAction } from '../../scenarios/evidence/action-features.ts';
import type { AttemptAction, SceneRef, TextFeatures } from '../../scenarios/kit/log.ts';
import { hashState } from '../../scenarios/world/hash.ts';
import { step } from '../../scenarios/world/scene.ts';
import type { SceneState, World, WorldAction } from '../../scenarios/world/types.ts';
import { AppError } from '../base/errors.ts';
import { type ActAnswer, type ActRequest, type ClientAction } from '../contract/play.ts';
import { contractVersion } from '../contract/session.ts';
import { endAttempt, endScene, pauseAttempt } from './end.ts';
import { answerHelperOffer } from './helper-offer.ts';
import { currentState, publicSceneOf, sceneRef } from './scene.ts';
import type { Asker, AttemptServices } from './services.ts';
import { viewProgress } from './view.ts';
import { type AttemptWork, changeAttempt } from './work.ts';

/**
 * Stores the new actions of a batch.
 * @throws AppError client.outdated, attempt.epoch-stale (another page holds the pen), attempt.out-of-order (an
 *   action before these is missing; `expected` names it), attempt.closed
 */
export async function act(
  services: AttemptServices,
  asker: Asker,
  attemptId: string,
  request: ActRequest,
): Promise<ActAnswer> {
  if (request.contractVersion !== contractVersion) throw new AppError('client.outdated');
  const { batch, answer } = await changeAttempt(services, asker, attemptId, async (work) => {
    const fresh = selectNew(work, request);
    const batch = new Batch(services, asker, work);
    await batch.takeAll(fresh);
    const answer = {
      acknowledged: work.progress.actionSeq,
      rejected: batch.rejected,
      resync: batch.rejected.length > 0 || (await batch.diverges(request)),
      attempt: viewProgress(services, work.attempt, work.progress),
    };
    return { batch, answer };
  });
  batch.keepState();
  return answer;
}

/** The actions that are not stored yet, in order and without gap. */
function selectNew(work: AttemptWork, { epoch, actions }: ActRequest): ClientAction[] {
  const { progress } = work;
  if (epoch !== progress.epoch) throw new AppError('attempt.epoch-stale');
  const bySeq = new Map(actions.map((action) => [action.actionSeq, action]));
  const fresh = [...bySeq.values()]
    .filter(({ actionSeq }) => actionSeq > progress.actionSeq)
    .sort((a, b) => a.actionSeq - b.actionSeq);
  fresh.forEach(({ actionSeq }, index) => {
    const expected = progress.actionSeq + 1 + index;
    if (actionSeq !== expected) throw new AppError('attempt.out-of-order', { expected });
  });
  if (isOver(work) && fresh.length > 0) throw new AppError('attempt.closed');
  return fresh;
}

function isOver({ progress: { status } }: AttemptWork): boolean {
  return status === 'finished' || status === 'abandoned';
}

interface OpenScene {
  readonly sceneId: string;
  readonly world: World;
  state: SceneState;
}

class Batch {
  readonly rejected: number[] = [];
  readonly #services: AttemptServices;
  readonly #asker: Asker;
  readonly #work: AttemptWork;
  #scene: OpenScene | null = null;

  constructor(services: AttemptServices, asker: Asker, work: AttemptWork) {
    this.#services = services;
    this.#asker = asker;
    this.#work = work;
  }

  /** Takes the actions up to the first that has no place; throws only where that is the very first one. */
  async takeAll(actions: readonly ClientAction[]): Promise<void> {
    for (const [index, action] of actions.entries()) {
      try {
        await this.#take(action);
      } catch (error) {
        // What came before is legal and stays: the sender is told about this one when it sends it again.
        if (index > 0 && error instanceof AppError && error.status < 500) return;
        throw error;
      }
    }
  }

  async #take({ action, ...given }: ClientAction): Promise<void> {
    // Behind an end that this batch brought nothing happens any more; its sender could not know yet.
    if (isOver(this.#work)) this.#work.draft.update({ actionSeq: given.actionSeq });
    else if (action.app === 'frame') await this.#takeFrame(action, given);
    else await this.#takeWorld(action, given);
  }

  /**
   * Whether the client sees another state than the server; a null hash says that it shows no scene. A repeat is
   * compared too: the answer that told of a refused action may have been lost.
   */
  async diverges({ actions, stateHash: clientHash }: ActRequest): Promise<boolean> {
    const last = actions.reduce((newest, action) => (action.actionSeq > newest.actionSeq ? action : newest));
    if (clientHash === null || last.actionSeq !== this.#work.progress.actionSeq) return false;
    if (this.#scene === null && last.action.app !== 'frame' && last.sceneId !== null) {
      await this.#load(last.sceneId);
    }
    if (this.#scene === null) return false;
    const diverged = hashState(this.#scene.state) !== clientHash;
    if (diverged) {
      const { sceneId } = this.#scene;
      this.#services.log.warn({ attempt: this.#work.attempt.id, sceneId }, 'world.diverged');
    }
    return diverged;
  }

  /** For the next batch, if one may come; only once this one is stored. */
  keepState(): void {
    if (isOver(this.#work)) this.#services.scenes.letGo(this.#work.attempt.id);
    else if (this.#scene !== null) this.#keep(this.#scene);
  }

  #keep({ sceneId, state }: OpenScene): void {
    const { attempt, progress } = this.#work;
    this.#services.scenes.keep(attempt.id, sceneId, { throughSeq: progress.head, state });
  }

  async #takeFrame(action: AttemptAction, given: Omit<ClientAction, 'action'>): Promise<void> {
    const work = this.#work;
    const open = work.progress.scenes.find(
      (scene) => scene.sceneId === given.sceneId && scene.status === 'open',
    );
    if (action.type === 'language') work.draft.update({ language: action.language });
    if (action.type === 'pause') pauseAttempt(this.#services, this.#asker, work);
    if (action.type === 'resume') work.draft.update({ status: 'open' });
    if (action.type === 'helper-offer') {
      const { afterHelperOffer } = this.#services.content.getForm(work.attempt.form);
      work.draft.update(answerHelperOffer(work.progress, action.answer, afterHelperOffer));
    }
    const scene = open === undefined ? null : sceneRef(open);
    this.#log({ kind: 'frame', scene, action, ...times(given) }, given);
    if (action.type === 'end') await endAttempt(this.#services, this.#asker, work, 'learner');
  }

  async #takeWorld(action: WorldAction, given: Omit<ClientAction, 'action'>): Promise<void> {
    const work = this.#work;
    if (given.sceneId === null) throw new AppError('request.invalid', { path: 'sceneId' });
    const progress = work.getScene(given.sceneId);
    if (progress.status === 'waiting') throw new AppError('scene.not-open');
    const scene = sceneRef(progress);
    const current = await this.#load(given.sceneId);
    const ref = { epoch: work.progress.epoch, actionSeq: given.actionSeq };
    const next = step(current.world, current.state, action, ref);
    if (!next.ok) {
      this.rejected.push(given.actionSeq);
      this.#log({ kind: 'rejected', scene, action, code: next.code, ...times(given) }, given);
      return;
    }
    if (work.progress.status === 'paused') work.draft.update({ status: 'open' });
    const features = this.#featuresOf(action, current.state, scene);
    const { actionSeq, tMs, clientAt } = given;
    this.#log({ ...features, kind: 'action', scene, action, actionSeq, tMs, clientAt }, given);
    current.state = next.state;
    if (next.state.ended !== null && progress.status === 'open') {
      await endScene(this.#services, this.#asker, work, given.sceneId, current.world, next.state);
    }
  }

  /** Features of the text that is sent now: the text itself may be deleted later, they stay. */
  #featuresOf(action: WorldAction, before: SceneState, scene: SceneRef): { features?: TextFeatures } {
    const { vocabulary } = this.#services.content.evidence(scene);
    const features = featuresOfAction(vocabulary, before, action);
    return features === undefined ? {} : { features };
  }

  async #load(sceneId: string): Promise<OpenScene> {
    if (this.#scene?.sceneId === sceneId) return this.#scene;
    const scene = this.#work.getScene(sceneId);
    const { world } = publicSceneOf(this.#services, this.#work, scene);
    this.#scene = { sceneId, world, state: await currentState(this.#services, this.#work, scene, world) };
    return this.#scene;
  }

  #log(event: Parameters<AttemptWork['draft']['add']>[0], given: { tMs: number; actionSeq: number }): void {
    const { openedAt, openedTMs } = this.#work.progress;
    this.#work.draft.update({ actionSeq: given.actionSeq });
    this.#work.draft.add(event, openedAt + given.tMs - openedTMs, this.#work.receivedAt);
  }
}

function times(given: Omit<ClientAction, 'action' | 'sceneId'>): Omit<ClientAction, 'action' | 'sceneId'> {
  const { actionSeq, tMs, clientAt } = given;
  return { actionSeq, tMs, clientAt };
}
