/**
 * What the parts of the mail app share: world, state, texts and the one way to act. Acting hands over typed text
 * first, so that the log keeps the order in which things happened.
 */
import { createContext } from 'svelte';
import type {
  MailState,
  MailWorld,
  SceneState,
  TextKey,
  World,
  WorldAction,
} from '../../../../scenarios/world/types.ts';
import { isUntouched } from '../../../../scenarios/world/mail-draft.ts';
import { findView, getContact, getMailWorld, type View } from './mail-model.ts';
import { t } from './mail-texts.ts';
import type { Timers } from './typed-text.svelte.ts';

/** What the mail app is given; `timers` is for tests. */
export interface MailAppProps {
  readonly world: World;
  readonly state: SceneState;
  readonly text: (key: TextKey) => string;
  readonly act: (action: WorldAction) => void;
  readonly readOnly: boolean;
  readonly pointAt: string | null;
  readonly timers?: Timers;
}

/** The sentence that says why nothing can be changed; disabled controls refer to it. One mail app a page. */
export const READ_ONLY_ID = 'mail-read-only';

/** Attributes of a button that cannot act while the app is read-only, with the reason. */
interface Lock {
  readonly disabled: boolean;
  readonly 'aria-describedby': string | undefined;
}

export class MailDesk {
  /** What was last said to the person; `times` lets the same sentence be said twice. */
  said = $state({ text: '', times: 0 });
  /** The `data-help` id that help points at now. */
  pointed = $state<string | null>(null);
  readonly timers: Timers;
  readonly #props: () => MailAppProps;
  #flush: (() => void) | null = null;

  constructor(props: () => MailAppProps, timers: Timers) {
    this.#props = props;
    this.timers = timers;
  }

  get world(): World {
    return this.#props().world;
  }

  get scene(): SceneState {
    return this.#props().state;
  }

  get mailWorld(): MailWorld {
    return getMailWorld(this.world);
  }

  get mail(): MailState {
    return this.scene.apps.mail;
  }

  get view(): View {
    return findView(this.mailWorld, this.mail);
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

  nameOf(contactId: string): string {
    return this.text(getContact(this.mailWorld, contactId).name);
  }

  /** Acts, after any typed text that the world does not have yet; then says what happened, if a sentence is given. */
  perform(action: WorldAction, said = ''): void {
    if (this.readOnly) return;
    this.#flush?.();
    this.#props().act(action);
    this.say(said);
  }

  /** Gives typed text to the world; only the box calls it, through `followTyping`. */
  write(draftId: string, typed: string): void {
    // After an undo or a switch the draft may be gone, or another one open: its text must not land there.
    if (this.readOnly || this.mail.composing !== draftId) return;
    this.#props().act({ app: 'mail', type: 'write', typed });
  }

  undo(): void {
    this.perform({ app: 'desk', type: 'undo' }, t('said.undone'));
  }

  /** Leaves the draft being written; it is kept where it holds anything of the person's. */
  leaveDraft(): void {
    this.#flush?.();
    const draft = this.mail.drafts.find(({ id }) => id === this.mail.composing);
    const isKept = draft !== undefined && !isUntouched(this.mailWorld, this.mail.sent, draft);
    this.perform({ app: 'mail', type: 'leave-draft' }, isKept ? t('said.draftKept') : '');
  }

  say(text: string): void {
    this.said = { text, times: this.said.times + 1 };
  }

  /** Lets the box of the present draft be asked for its text; the answer ends that. */
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

export const [getMailDesk, setMailDesk] = createContext<MailDesk>();
