/** Replays a batch through the client's reducers; skips repeated actions. */
import { featuresOfAction } from '../../scenarios/evidence/action-features.ts';
import type { AttemptAction, SceneRef, TextFeatures } from '../../scenarios/kit/log.ts';
import { hashState } from '../../scenarios/world/hash.ts';
import { step } from '../../scenarios/world/scene.ts';
import type { SceneState, World, WorldAction } from '../../scenarios/world/types.ts';
import { AppError } from '../base/errors.ts';
import { ownTurn } from '../base/own-turn.ts';
import { type ActAnswer, type ActRequest, type ClientAction } from '../contract/play.ts';
import { contractVersion } from '../contract/session.ts';
import { endAttempt, endScene, gradeAtPause } from './end.ts';
import { answerHelperOffer } from './helper-offer.ts';
import { checkRoom, spend } from './room.ts';
import { currentState, publicSceneOf, sceneRef } from './scene.ts';
import type { PlayerLaunch, AttemptServices } from './services.ts';
import { viewProgress } from './view.ts';
import { isOver } from '../storage/is-over.ts';
import { type AttemptTransaction, changeOwnAttempt } from './transaction.ts';

/**
 * @throws AppError client.outdated, attempt.closed, attempt.epoch-stale (another page took over),
 * attempt.out-of-order (action `expected` is missing), scene.full, attempt.too-fast
 */
export async function act(
  services: AttemptServices,
  launch: PlayerLaunch,
  attemptId: string,
  request: ActRequest,
): Promise<ActAnswer> {
  if (request.contractVersion !== contractVersion) throw new AppError('client.outdated');
  const { batch, answer } = await changeOwnAttempt(services, launch, attemptId, async (transaction) => {
    const fresh = selectNew(transaction, request);
    const batch = new Batch(services, launch, transaction);
    await batch.takeAll(fresh.slice(0, services.pace.take(launch, fresh.length)));
    await batch.gradePause();
    const answer = {
      acknowledged: transaction.progress.actionSeq,
      rejected: batch.rejected,
      resync: batch.rejected.length > 0 || (await batch.diverges(request)),
      attempt: viewProgress(services, transaction.attempt, transaction.progress),
    };
    return { batch, answer };
  });
  batch.cacheState();
  return answer;
}

function selectNew(transaction: AttemptTransaction, { epoch, actions }: ActRequest): ClientAction[] {
  const { progress } = transaction;
  if (epoch !== progress.epoch) throw new AppError('attempt.epoch-stale');
  const bySeq = new Map(actions.map((action) => [action.actionSeq, action]));
  const fresh = [...bySeq.values()]
    .filter(({ actionSeq }) => actionSeq > progress.actionSeq)
    .sort((a, b) => a.actionSeq - b.actionSeq);
  fresh.forEach(({ actionSeq }, index) => {
    const expected = progress.actionSeq + 1 + index;
    if (actionSeq !== expected) throw new AppError('attempt.out-of-order', { expected });
  });
  if (isOver(transaction.progress) && fresh.length > 0) throw new AppError('attempt.closed');
  return fresh;
}

/** More than a person makes between two requests of the page. */
const actionsPerTurn = 10;

interface OpenScene {
  readonly sceneId: string;
  readonly world: World;
  state: SceneState;
}

type ActionEvent = Extract<
  Parameters<AttemptTransaction['draft']['add']>[0],
  { kind: 'action' | 'rejected' | 'frame' }
>;

class Batch {
  readonly rejected: number[] = [];
  readonly #services: AttemptServices;
  readonly #launch: PlayerLaunch;
  readonly #transaction: AttemptTransaction;
  #scene: OpenScene | null = null;
  /** Since the last end of a scene or the attempt. */
  #hasPaused = false;

  constructor(services: AttemptServices, launch: PlayerLaunch, transaction: AttemptTransaction) {
    this.#services = services;
    this.#launch = launch;
    this.#transaction = transaction;
  }

  /** Stops at an unacceptable action; throws only if it is the first. */
  async takeAll(actions: readonly ClientAction[]): Promise<void> {
    for (const [index, action] of actions.entries()) {
      if (index > 0 && index % actionsPerTurn === 0) await ownTurn();
      try {
        await this.#take(action);
      } catch (error) {
        // The client's next batch begins with this action, and gets the error.
        if (index > 0 && error instanceof AppError && error.status < 500) return;
        throw error;
      }
    }
  }

  async gradePause(): Promise<void> {
    if (this.#hasPaused) await gradeAtPause(this.#services, this.#launch, this.#transaction);
  }

  async #take({ action, ...request }: ClientAction): Promise<void> {
    // The attempt ended earlier in the batch.
    if (isOver(this.#transaction.progress)) this.#transaction.draft.update({ actionSeq: request.actionSeq });
    else {
      checkRoom(this.#transaction.progress, request.sceneId, action);
      if (action.app === 'frame') await this.#takeFrame(action, request);
      else await this.#takeWorld(action, request);
    }
  }

  /** Also if all actions are repeats: the first response may be lost. A null hash: no scene is shown. */
  async diverges({ actions, stateHash: clientHash }: ActRequest): Promise<boolean> {
    const last = actions.reduce((newest, action) => (action.actionSeq > newest.actionSeq ? action : newest));
    if (clientHash === null || last.actionSeq !== this.#transaction.progress.actionSeq) return false;
    if (this.#scene === null && last.action.app !== 'frame' && last.sceneId !== null) {
      await this.#load(last.sceneId);
    }
    if (this.#scene === null) return false;
    const diverged = hashState(this.#scene.state) !== clientHash;
    if (diverged) {
      const { sceneId } = this.#scene;
      this.#services.log.warn({ attempt: this.#transaction.attempt.id, sceneId }, 'world.diverged');
    }
    return diverged;
  }

  /** Only after the batch is stored. */
  cacheState(): void {
    if (isOver(this.#transaction.progress)) this.#services.scenes.forget(this.#transaction.attempt.id);
    else if (this.#scene !== null) this.#cache(this.#scene);
  }

  #cache({ sceneId, state }: OpenScene): void {
    const { attempt, progress } = this.#transaction;
    this.#services.scenes.store(attempt.id, sceneId, { throughSeq: progress.head, state });
  }

  async #takeFrame(action: AttemptAction, request: Omit<ClientAction, 'action'>): Promise<void> {
    const transaction = this.#transaction;
    const open = transaction.progress.scenes.find(
      (scene) => scene.sceneId === request.sceneId && scene.status === 'open',
    );
    if (action.type === 'language') transaction.draft.update({ language: action.language });
    if (action.type === 'pause') {
      transaction.draft.update({ status: 'paused' });
      this.#hasPaused = true;
    }
    if (action.type === 'resume') transaction.draft.update({ status: 'open' });
    if (action.type === 'helper-offer') {
      const { afterHelperOffer } = this.#services.content.getForm(transaction.attempt.form);
      transaction.draft.update(answerHelperOffer(transaction.progress, action.answer, afterHelperOffer));
    }
    const scene = open === undefined ? null : sceneRef(open);
    this.#log({ kind: 'frame', scene, action, ...times(request) }, request);
    if (action.type === 'end') {
      this.#hasPaused = false;
      await endAttempt(this.#services, this.#launch, transaction, 'learner');
    }
  }

  async #takeWorld(action: WorldAction, request: Omit<ClientAction, 'action'>): Promise<void> {
    const transaction = this.#transaction;
    if (request.sceneId === null) throw new AppError('request.invalid', { path: 'sceneId' });
    const progress = transaction.getScene(request.sceneId);
    if (progress.status === 'waiting') throw new AppError('scene.not-open');
    const scene = sceneRef(progress);
    const current = await this.#load(request.sceneId);
    const ref = { epoch: transaction.progress.epoch, actionSeq: request.actionSeq };
    const next = step(current.world, current.state, action, ref);
    if (!next.ok) {
      this.rejected.push(request.actionSeq);
      this.#log({ kind: 'rejected', scene, action, code: next.code, ...times(request) }, request);
      return;
    }
    if (transaction.progress.status === 'paused') transaction.draft.update({ status: 'open' });
    const features = this.#featuresOf(action, current, scene);
    const { actionSeq, tMs, clientAt } = request;
    this.#log({ ...features, kind: 'action', scene, action, actionSeq, tMs, clientAt }, request);
    current.state = next.state;
    if (next.state.ended !== null && progress.status === 'open') {
      this.#hasPaused = false;
      await endScene(this.#services, this.#launch, transaction, request.sceneId, current.world, next.state);
    }
  }

  /** Computed now, because the text may be erased later. */
  #featuresOf(
    action: WorldAction,
    { world, state }: OpenScene,
    scene: SceneRef,
  ): { features?: TextFeatures } {
    const { vocabulary } = this.#services.content.evidence(scene);
    const features = featuresOfAction(vocabulary, world, state, action);
    return features === undefined ? {} : { features };
  }

  async #load(sceneId: string): Promise<OpenScene> {
    if (this.#scene?.sceneId === sceneId) return this.#scene;
    const scene = this.#transaction.getScene(sceneId);
    const { world } = publicSceneOf(this.#services, this.#transaction, scene);
    this.#scene = {
      sceneId,
      world,
      state: await currentState(this.#services, this.#transaction, scene, world),
    };
    return this.#scene;
  }

  #log(event: ActionEvent, request: { tMs: number; actionSeq: number }): void {
    const { openedAt, openedTMs, head } = this.#transaction.progress;
    if (event.scene !== null) {
      const { sceneId } = event.scene;
      this.#transaction.updateScene(sceneId, spend(this.#transaction.getScene(sceneId), head, event.action));
    }
    this.#transaction.draft.update({ actionSeq: request.actionSeq });
    this.#transaction.draft.add(event, openedAt + request.tMs - openedTMs, this.#transaction.receivedAt);
  }
}

function times(request: Omit<ClientAction, 'action' | 'sceneId'>): Omit<ClientAction, 'action' | 'sceneId'> {
  const { actionSeq, tMs, clientAt } = request;
  return { actionSeq, tMs, clientAt };
}
