import { createContext } from 'svelte';
import { isUntouched } from '../../../../scenarios/world/mail/draft.ts';
import type { MailState, MailWorld } from '../../../../scenarios/world/mail/types.ts';
import { AppView } from '../kit/app-view.svelte.ts';
import { findView, getContact, getMailWorld, type View } from './mail-model.ts';
import { t } from './mail-texts.ts';

export class MailView extends AppView {
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

  /** Stores the draft if it holds anything of the person's. */
  leaveDraft(): void {
    this.flush();
    const draft = this.mail.drafts.find(({ id }) => id === this.mail.composing);
    const isStored = draft !== undefined && !isUntouched(this.mailWorld, this.mail.sent, draft);
    this.perform({ app: 'mail', type: 'leave-draft' }, isStored ? t('said.draftKept') : '');
  }
}

export const [getMailView, setMailView] = createContext<MailView>();
