/** Plays a scene with the server's reducers on a copy of the state; each action also goes to the log. */
import type { SceneAnswer } from '../../../server/contract/play.ts';
import { Engine } from '../../../scenarios/world/engine.ts';
import { hashState } from '../../../scenarios/world/hash.ts';
import { goesOnWhenFull, weightOf } from '../../../scenarios/world/weight.ts';
import type { ActionRef, TextKey } from '../../../scenarios/world/base.ts';
import type { SceneState, World, WorldAction, WorldApps } from '../../../scenarios/world/types.ts';
import { locale } from '../i18n/i18n.svelte.ts';
import type { JournalEntry } from './journal-seal.ts';
import type { TypedBoxes } from './typed-boxes.ts';

export interface ActionSink {
  readonly nextRef: ActionRef;
  readonly unsent: readonly JournalEntry[];
  record(action: { readonly sceneId: string; readonly action: WorldAction }, stateHash: string): void;
  rehash(hashOf: (entry: JournalEntry) => string | null): void;
}

export class ScenePlay {
  readonly sceneId: string;
  readonly world: World;
  readonly isResumed: boolean;
  readonly isEased: boolean;
  readonly typedBoxes: TypedBoxes;
  /** Where help's arrow is in the app in front. */
  pointed: string | null = $state(null);
  #state: SceneState = $state.raw(undefined as never);
  /** Weight of further actions that the server takes. */
  #room = $state(0);
  readonly #texts: SceneAnswer['texts'];
  readonly #sink: ActionSink;
  readonly #engine: Engine;

  constructor(answer: SceneAnswer, apps: WorldApps, sink: ActionSink, typedBoxes: TypedBoxes) {
    this.#engine = new Engine(apps);
    this.typedBoxes = typedBoxes;
    this.sceneId = answer.sceneId;
    this.world = answer.world;
    this.isResumed = answer.actions.length > 0;
    this.isEased = answer.eased;
    this.#texts = answer.texts;
    this.#sink = sink;
    this.#state = this.#engine.replay(answer.world, answer.actions);
    this.#room = answer.room;
  }

  get state(): SceneState {
    return this.#state;
  }

  /** Returns the key if the text is missing, which the server's checks exclude. */
  text = (key: TextKey): string => this.#texts[locale.current][key] ?? key;

  /** True once the scene takes no more than its end. */
  get isFull(): boolean {
    return this.#room <= 0;
  }

  /** Returns false if the scene has no room for the action, and from then on is full. */
  takeRoom(action: { readonly app: string; readonly type: string }): boolean {
    const left = this.#room - weightOf(action);
    this.#room = Math.max(0, left);
    return left >= 0 || goesOnWhenFull(action);
  }

  /** Returns false, and logs nothing, if the world refuses the action or the scene is full. */
  act = (action: WorldAction): boolean => {
    const next = this.#engine.step(this.world, this.#state, action, this.#sink.nextRef);
    if (!next.ok || !this.takeRoom(action)) return false;
    this.#state = next.state;
    if (next.state.ended !== null) this.typedBoxes.forget();
    this.#sink.record({ sceneId: this.sceneId, action }, this.hash);
    return true;
  };

  get hash(): string {
    return hashState(this.#state);
  }

  /** Rebuilds the state from the server's actions, then repeats unsent ones. */
  adopt(answer: Pick<SceneAnswer, 'actions' | 'room'>): void {
    this.#state = this.#engine.replay(this.world, answer.actions);
    this.#room = answer.room;
    const last = answer.actions.at(-1);
    this.#sink.rehash(({ epoch, action, stateHash }) => {
      if (action.sceneId !== this.sceneId) return stateHash;
      const isKnown = last?.epoch === epoch && action.actionSeq <= last.actionSeq;
      if (action.action.app !== 'frame' && !isKnown) {
        const ref = { epoch, actionSeq: action.actionSeq };
        const next = this.#engine.step(this.world, this.#state, action.action, ref);
        if (next.ok) this.#state = next.state;
      }
      if (!isKnown) this.takeRoom(action.action);
      return this.hash;
    });
  }
}
