import { createContext } from 'svelte';
import type {
  DocumentAction,
  DocumentLine,
  DocumentState,
  DocumentWorld,
} from '../../../../scenarios/world/document/types.ts';
import { AppView } from '../kit/app-view.svelte.ts';
import { t } from './document-texts.ts';

type Bare<Action> = Action extends unknown ? Omit<Action, 'app'> : never;

export class DocumentView extends AppView {
  get documentWorld(): DocumentWorld {
    return this.need('document', this.world.document);
  }

  get document(): DocumentState {
    return this.need('document', this.scene.apps.document);
  }

  get recipient(): string {
    return t(`cast.${this.documentWorld.to}`);
  }

  /** Presses on « Envoyer » since the last that sent. */
  sendPresses = $state(0);

  #unsaved: readonly (() => boolean)[] = [];

  /**
   * What stands in an open box is sent too: a correction that the person sees must not be lost.
   * @param keep puts the text into the document; false if the person has to look at the box first
   * @returns ends it
   */
  beforeSending(keep: () => boolean): () => void {
    this.#unsaved = [...this.#unsaved, keep];
    return () => {
      this.#unsaved = this.#unsaved.filter((other) => other !== keep);
    };
  }

  send(): void {
    for (const keep of this.#unsaved) if (!keep()) return;
    this.sendPresses += 1;
    if (this.document.lines.length === 0) return;
    this.do({ type: 'send' }, t('said.sent', { name: this.recipient }));
    this.sendPresses = 0;
  }

  do(action: Bare<DocumentAction>, said = ''): void {
    this.perform({ app: 'document', ...action }, said);
  }

  /** Call it through `followTyping`. */
  write(typed: string): void {
    this.handOver({ app: 'document', type: 'write', typed });
  }

  lineText({ id, typed }: DocumentLine): string {
    if (typed !== null) return typed;
    const sentence = this.documentWorld.sentences.find((each) => each.id === id);
    return sentence === undefined ? '' : this.text(sentence.text);
  }

  noteText(phraseId: string): string {
    const phrases = this.documentWorld.notes.flatMap((group) => group.phrases);
    const phrase = phrases.find(({ id }) => id === phraseId);
    return phrase === undefined ? '' : this.text(phrase.text);
  }
}

export const [getDocumentView, setDocumentView] = createContext<DocumentView>();
