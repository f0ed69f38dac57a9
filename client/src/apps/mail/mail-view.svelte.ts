import { createContext } from 'svelte';
import { isUntouched } from '../../../../scenarios/world/mail/draft.ts';
import type { MailFolder, MailState, MailWorld } from '../../../../scenarios/world/mail/types.ts';
import { AppView } from '../kit/app-view.svelte.ts';
import { DragToPlace } from '../kit/places/drag-to-place.ts';
import { findDrop, findView, getContact, getMailWorld, type View } from './mail-model.ts';
import { t } from './mail-texts.ts';

/** What is said of a drop; « Garder » brings back what was away. */
const saidOf = { report: 'said.reported', delete: 'said.trashed', keep: 'said.restored' } as const;

export class MailView extends AppView {
  readonly drag = new DragToPlace<MailFolder>({
    takes: (messageId, folder) => findDrop(this.mailWorld, this.mail, messageId, folder) !== null,
    drop: (messageId, folder) => {
      this.#drop(messageId, folder);
    },
  });

  get mailWorld(): MailWorld {
    return getMailWorld(this.world);
  }

  get mail(): MailState {
    return this.need('mail', this.scene.apps.mail);
  }

  get view(): View {
    return findView(this.mailWorld, this.mail);
  }

  nameOf(contactId: string): string {
    return this.text(getContact(this.mailWorld, contactId).name);
  }

  /** Call it through `followTyping`. */
  write(draftId: string, typed: string): void {
    // After an undo another draft may be open: the text must not go there.
    if (this.mail.composing === draftId) this.handOver({ app: 'mail', type: 'write', typed });
  }

  /** Only an open message can be sorted. */
  #drop(messageId: string, folder: MailFolder): void {
    const type = findDrop(this.mailWorld, this.mail, messageId, folder);
    if (type === null) return;
    const { view } = this;
    const isOpen = view.kind === 'message' && view.message.id === messageId;
    if (!isOpen) this.perform({ app: 'mail', type: 'open', messageId });
    this.perform({ app: 'mail', type, messageId }, t(saidOf[type]));
  }

  /** Stores the draft if it holds anything of the person's. */
  leaveDraft(): void {
    this.flush();
    const draft = this.mail.drafts.find(({ id }) => id === this.mail.composing);
    const isStored = draft !== undefined && !isUntouched(this.mailWorld, this.mail.sent, draft);
    this.perform({ app: 'mail', type: 'leave-draft' }, isStored ? t('said.draftKept') : '');
  }
}

export const [getMailView, setMailView] = createContext<MailView>();
