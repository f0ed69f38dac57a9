import type { MailAttachment, MailDraft } from '../../../../scenarios/world/mail/types.ts';
import type { IconName } from '../../ui/icons.ts';
import type { MailView } from './mail-view.svelte.ts';
import { describeSubject } from './mail-model.ts';
import { t } from './mail-texts.ts';

/** « Re : Horaire » */
export function subjectOf(app: MailView, draft: MailDraft): string {
  const { mode, about } = describeSubject(app.mailWorld, app.mail, draft);
  if (about === null || mode === 'new') return t('subject.new');
  return t(mode === 'forward' ? 'subject.forward' : 'subject.reply', { subject: app.text(about) });
}

/** « À : Nadia, Marc » */
export function recipientsOf(app: MailView, draft: MailDraft): string {
  if (draft.to.length === 0) return t('row.noRecipient');
  return t('row.to', { names: draft.to.map((id) => app.nameOf(id)).join(', ') });
}

export function countAttachments(count: number): string {
  return t.count('row.attachments', count);
}

export function composeTitle(app: MailView, draft: MailDraft): string {
  switch (draft.mode) {
    case 'reply': {
      const first = draft.to[0];
      return first === undefined
        ? subjectOf(app, draft)
        : t('compose.replyTitle', { name: app.nameOf(first) });
    }
    case 'reply-all':
      return t('compose.replyAllTitle');
    case 'forward':
      return t('compose.forwardTitle');
    case 'new':
      return t('compose.newTitle');
  }
}

const KIND_ICONS: Readonly<Record<MailAttachment['kind'], IconName>> = {
  pdf: 'file',
  document: 'file',
  image: 'image',
};

export function iconOf(attachment: MailAttachment): IconName {
  return KIND_ICONS[attachment.kind];
}
