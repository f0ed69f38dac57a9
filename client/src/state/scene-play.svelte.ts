/** Plays a scene with the server's reducers on a copy of the state; each action also goes to the log. */
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
  readonly isResumed: boolean;
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

  /** Returns the key if the text is missing, which the server's checks exclude. */
  text = (key: TextKey): string => this.#texts[locale.current][key] ?? key;

  /** Returns false, and logs nothing, if the world refuses the action. */
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

  /** Rebuilds the state from the server's actions, then repeats unsent ones. */
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
