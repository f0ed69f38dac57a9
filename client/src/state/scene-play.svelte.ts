/**
 * One scene as this page plays it: the server's reducers run at once on a copy of the state, and each action
 * goes to the log.
 */
import type { SceneAnswer } from '../../../server/contract/play.ts';
import { hashState } from '../../../scenarios/world/hash.ts';
import { replay, step } from '../../../scenarios/world/scene.ts';
import type { ActionRef, TextKey } from '../../../scenarios/world/base.ts';
import type { SceneState, World, WorldAction } from '../../../scenarios/world/types.ts';
import { locale } from '../i18n/i18n.svelte.ts';
import type { JournalEntry } from './journal-seal.ts';

export interface ActionSink {
  readonly nextRef: ActionRef;
  readonly unsent: readonly JournalEntry[];
  record(action: { readonly sceneId: string; readonly action: WorldAction }, stateHash: string): void;
  rehash(hashOf: (entry: JournalEntry) => string | null): void;
}

export class ScenePlay {
  readonly sceneId: string;
  readonly world: World;
  /** Whether this play continues from earlier actions. */
  readonly isResumed: boolean;
  /** Whether help is open from the start. */
  readonly isEased: boolean;
  #state: SceneState = $state.raw(undefined as never);
  readonly #texts: SceneAnswer['texts'];
  readonly #sink: ActionSink;

  constructor(answer: SceneAnswer, sink: ActionSink) {
    this.sceneId = answer.sceneId;
    this.world = answer.world;
    this.isResumed = answer.actions.length > 0;
    this.isEased = answer.eased;
    this.#texts = answer.texts;
    this.#sink = sink;
    this.#state = replay(answer.world, answer.actions);
  }

  get state(): SceneState {
    return this.#state;
  }

  /** Returns the key if there is no text, which the server's checks exclude. */
  text = (key: TextKey): string => this.#texts[locale.current][key] ?? key;

  /** Returns false if the world refuses the action; it is not logged then. */
  act = (action: WorldAction): boolean => {
    const next = step(this.world, this.#state, action, this.#sink.nextRef);
    if (!next.ok) return false;
    this.#state = next.state;
    this.#sink.record({ sceneId: this.sceneId, action }, this.hash);
    return true;
  };

  get hash(): string {
    return hashState(this.#state);
  }

  /** Rebuilds the state from what the server has, then repeats what the server lacks. */
  adopt(answer: Pick<SceneAnswer, 'actions'>): void {
    this.#state = replay(this.world, answer.actions);
    const last = answer.actions.at(-1);
    this.#sink.rehash(({ epoch, action, stateHash }) => {
      if (action.sceneId !== this.sceneId) return stateHash;
      const isKnown = last?.epoch === epoch && action.actionSeq <= last.actionSeq;
      if (action.action.app !== 'frame' && !isKnown) {
        const ref = { epoch, actionSeq: action.actionSeq };
        const next = step(this.world, this.#state, action.action, ref);
        if (next.ok) this.#state = next.state;
      }
      return this.hash;
    });
  }
}
