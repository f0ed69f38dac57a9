/**
 * What the parts of a simulated app share: world, state, texts and the one way to act. Acting hands over typed text
 * first, so that the log keeps the order in which things happened. Each app extends it with its own words.
 */
import { createContext } from 'svelte';
import type { TextKey } from '../../../../scenarios/world/base.ts';
import type { SceneState, World, WorldAction } from '../../../../scenarios/world/types.ts';
import { t } from './kit-texts.ts';

/** What every simulated app is given. */
export interface AppProps {
  readonly world: World;
  readonly state: SceneState;
  readonly text: (key: TextKey) => string;
  readonly act: (action: WorldAction) => void;
  readonly readOnly: boolean;
  /** What help points at: a `data-help` id. */
  readonly pointAt: string | null;
}

/** The sentence that says why nothing can be changed; disabled controls refer to it. One app is shown at a time. */
export const READ_ONLY_ID = 'app-read-only';

/** Attributes of a button that cannot act while the app is read-only, with the reason. */
interface Lock {
  readonly disabled: boolean;
  readonly 'aria-describedby': string | undefined;
}

export class AppView<Props extends AppProps = AppProps> {
  /** What was last said to the person; `times` lets the same sentence be said twice. */
  said = $state({ text: '', times: 0 });
  /** The `data-help` id that help points at now. */
  pointed = $state<string | null>(null);
  /** Whether the person has been in the app yet. */
  wasFocused = false;
  readonly #props: () => Props;
  #flush: (() => void) | null = null;

  constructor(props: () => Props) {
    this.#props = props;
  }

  get world(): World {
    return this.#props().world;
  }

  get scene(): SceneState {
    return this.#props().state;
  }

  get pointAt(): string | null {
    return this.#props().pointAt;
  }

  get readOnly(): boolean {
    return this.#props().readOnly;
  }

  get lock(): Lock {
    return { disabled: this.readOnly, 'aria-describedby': this.readOnly ? READ_ONLY_ID : undefined };
  }

  get canUndo(): boolean {
    return this.scene.past.length > 0;
  }

  text(key: TextKey): string {
    return this.#props().text(key);
  }

  /** Acts, after any typed text that the world does not have yet; then says what happened, if a sentence is given. */
  perform(action: WorldAction, said = ''): void {
    if (this.readOnly) return;
    this.#flush?.();
    this.#props().act(withoutMark(action));
    this.say(said);
  }

  /** Hands typed text over without saying anything; only a box being left calls it, through `followTyping`. */
  handOver(action: WorldAction): void {
    if (!this.readOnly) this.#props().act(withoutMark(action));
  }

  undo(): void {
    this.perform({ app: 'desk', type: 'undo' }, t('said.undone'));
  }

  say(text: string): void {
    this.said = { text, times: this.said.times + 1 };
  }

  /** Lets the box that is typed in be asked for its text; the answer ends that. */
  followTyping(flush: () => void): () => void {
    this.#flush = flush;
    return () => {
      if (this.#flush === flush) this.#flush = null;
    };
  }

  /** Hands over typed text now: the person turns to something else. */
  flush(): void {
    this.#flush?.();
  }
}

/**
 * Dictation on some phones leaves U+FFFC in a text. It stands for an erased text in the log, so the server takes none:
 * what was said would never arrive.
 */
function withoutMark(action: WorldAction): WorldAction {
  return 'typed' in action ? { ...action, typed: action.typed.replaceAll('\uFFFC', '') } : action;
}

/** The app of the app that a component stands in, for parts that serve every app. */
export const [getAppView, setAppView] = createContext<AppView>();
