/**
 * What the parts of an app share: world, state, texts and the one way to act. Acting sends typed text first, so
 * that the log keeps the order of events. Each app extends it.
 */
import { createContext } from 'svelte';
import type { TextKey } from '../../../../scenarios/world/base.ts';
import type { SceneState, World, WorldAction } from '../../../../scenarios/world/types.ts';
import { t } from './kit-texts.ts';

export interface AppProps {
  readonly world: World;
  readonly state: SceneState;
  readonly text: (key: TextKey) => string;
  readonly act: (action: WorldAction) => void;
  readonly readOnly: boolean;
  /** The `data-help` id that help points at. */
  readonly pointAt: string | null;
}

/** Id of the sentence that says why nothing can be changed. One app is shown at a time. */
export const READ_ONLY_ID = 'app-read-only';

/** For a button that cannot act while the app is read-only, with the reason. */
interface Lock {
  readonly disabled: boolean;
  readonly 'aria-describedby': string | undefined;
}

export class AppView<Props extends AppProps = AppProps> {
  /** The last message; `times` lets the same sentence be announced twice. */
  said = $state({ text: '', times: 0 });
  /** The `data-help` id that help points at now. */
  pointed = $state<string | null>(null);
  /** Whether the person has been in the app yet. */
  wasFocused = false;
  readonly #props: () => Props;
  #boxes: readonly (() => void)[] = [];

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

  /** Sends typed text, then the action; then announces `said`. */
  perform(action: WorldAction, said = ''): void {
    if (this.readOnly) return;
    this.flush();
    this.#props().act(withoutMark(action));
    this.say(said);
  }

  /** Sends typed text without a message; call it through `followTyping`. */
  handOver(action: WorldAction): void {
    if (!this.readOnly) this.#props().act(withoutMark(action));
  }

  undo(): void {
    this.perform({ app: 'desk', type: 'undo' }, t('said.undone'));
  }

  say(text: string): void {
    this.said = { text, times: this.said.times + 1 };
  }

  /** Registers the box being typed in; call the result to unregister it. */
  followTyping(flush: () => void): () => void {
    this.#boxes = [...this.#boxes, flush];
    return () => {
      this.#boxes = this.#boxes.filter((other) => other !== flush);
    };
  }

  /** Sends typed text now: the person turns to something else. */
  flush(): void {
    for (const flush of this.#boxes) flush();
  }
}

/**
 * Dictation on some phones leaves U+FFFC in a text. In the log it marks an erased text, so the server refuses it
 * and the text would never arrive.
 */
function withoutMark(action: WorldAction): WorldAction {
  return 'typed' in action ? { ...action, typed: action.typed.replaceAll('\uFFFC', '') } : action;
}

/** The view of the app that a component is in, for parts of any app. */
export const [getAppView, setAppView] = createContext<AppView>();
