/** Each app extends it. An action sends typed text first, so that the log keeps the order of events. */
import { createContext } from 'svelte';
import type { TextKey } from '../../../../scenarios/world/base.ts';
import type { SceneState, World, WorldAction } from '../../../../scenarios/world/types.ts';
import type { TypedBoxes } from '../../state/typed-boxes.ts';
import { copyToDevice } from './clipboard.ts';
import { t } from './kit-texts.ts';
import { browserTimers, type Timers } from './typed-text.svelte.ts';

export interface AppProps {
  readonly world: World;
  readonly state: SceneState;
  readonly text: (key: TextKey) => string;
  readonly act: (action: WorldAction) => void;
  readonly readOnly: boolean;
  readonly pointAt: string | null;
  /** Where help's arrow is: `pointAt`, or on the way to it. */
  readonly onpointed?: (place: string | null) => void;
  /** A text is being read aloud: a sound of the app would cover it. */
  readonly isReading?: boolean;
  /** « Écouter » is among the tools. Absent: it is. */
  readonly canListen?: boolean;
  /** How often « Annuler » around the app took something back. */
  readonly undone?: number;
  /** Absent: the browser's. */
  readonly timers?: Timers;
  readonly typedBoxes?: TypedBoxes;
  /** What the next app announces when it opens; shared by all apps of a scene. */
  readonly arrival?: { said: string };
}

/** Id of the sentence that says why nothing can be changed. */
export const READ_ONLY_ID = 'app-read-only';

interface Lock {
  readonly disabled: boolean;
  readonly 'aria-describedby': string | undefined;
}

export class AppView {
  /** `times` lets the same sentence be announced twice; a hint says that nothing happened yet, and why. */
  said = $state({ text: '', times: 0, isHint: false });
  pointed = $state<string | null>(null);
  wasFocused = false;
  /** Set by `focusFront`; called after an action, before the page shows its effect. */
  leaveFront: (() => void) | undefined;
  readonly #props: () => AppProps;
  #boxes: readonly (() => void)[] = [];

  constructor(props: () => AppProps) {
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

  showPointed(place: string | null): void {
    this.pointed = place;
    this.#props().onpointed?.(place);
  }

  get undone(): number {
    return this.#props().undone ?? 0;
  }

  get readOnly(): boolean {
    return this.#props().readOnly;
  }

  get isReading(): boolean {
    return this.#props().isReading ?? false;
  }

  get canListen(): boolean {
    return this.#props().canListen ?? true;
  }

  get timers(): Timers {
    return this.#props().timers ?? browserTimers;
  }

  get typedBoxes(): TypedBoxes | undefined {
    return this.#props().typedBoxes;
  }

  get lock(): Lock {
    return { disabled: this.readOnly, 'aria-describedby': this.readOnly ? READ_ONLY_ID : undefined };
  }

  get canUndo(): boolean {
    return this.scene.past.length > 0;
  }

  /** @throws if the scene lacks the app that shows this part */
  protected need<Part>(app: string, part: Part | undefined): Part {
    if (part === undefined) throw new Error(`scene ${this.world.id} has no ${app}`);
    return part;
  }

  text(key: TextKey): string {
    return this.#props().text(key);
  }

  /** Sends typed text, then the action; then announces `said`. */
  perform(action: WorldAction, said = ''): void {
    if (this.readOnly) return;
    this.flush();
    this.#props().act(withoutMark(action));
    this.leaveFront?.();
    this.say(said);
  }

  /** Copies to the device as well; says `said` only if that worked. Call it during a press. */
  async copy(text: string, action: WorldAction, said: string): Promise<void> {
    if (this.readOnly) return;
    const copying = copyToDevice(text);
    this.perform(action);
    if (await copying) this.say(said);
    else this.hint(t('said.copiedHere'));
  }

  /** Sends typed text without a message; call it through `followTyping`. */
  handOver(action: WorldAction): void {
    if (!this.readOnly) this.#props().act(withoutMark(action));
  }

  undo(): void {
    this.perform({ app: 'desk', type: 'undo' }, t('said.undone'));
  }

  say(text: string): void {
    this.said = { text, times: this.said.times + 1, isHint: false };
  }

  hint(text: string): void {
    this.said = { text, times: this.said.times + 1, isHint: true };
  }

  /** For an action that opens another app: this one goes away before it could announce anything. */
  sayOnArrival(text: string): void {
    const { arrival } = this.#props();
    if (arrival && !this.readOnly) arrival.said = text;
  }

  arrive(): void {
    const { arrival } = this.#props();
    if (!arrival || arrival.said === '') return;
    this.say(arrival.said);
    arrival.said = '';
  }

  followTyping(flush: () => void): () => void {
    this.#boxes = [...this.#boxes, flush];
    return () => {
      this.#boxes = this.#boxes.filter((other) => other !== flush);
    };
  }

  flush(): void {
    for (const flush of this.#boxes) flush();
  }
}

/**
 * Dictation on some phones leaves U+FFFC in a text. The server refuses it, because it marks erased text in
 * the log.
 */
function withoutMark(action: WorldAction): WorldAction {
  return 'typed' in action ? { ...action, typed: action.typed.replaceAll('\uFFFC', '') } : action;
}

export const [getAppView, setAppView] = createContext<AppView>();
