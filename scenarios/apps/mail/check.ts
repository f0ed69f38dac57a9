import { expectKnown, expectUnique, type Report } from '../../kit/expect.ts';
import type { MailWorld } from '../../world/mail/types.ts';
import { phraseTextKeys, type AppChecks } from '../../kit/app.ts';

export const mailChecks: AppChecks = {
  isIn: ({ mail }) => mail !== undefined,
  check: ({ mail, browser }, report) => {
    if (!mail) return;
    checkMail(mail, report);
    checkLinks(mail, browser?.pages.map(({ id }) => id) ?? [], report);
  },
  textKeys: ({ mail }) => [
    ...(mail?.contacts.map(({ name }) => name) ?? []),
    ...(mail?.messages.flatMap(({ date, subject, body, attachments, links = [] }) => [
      ...[date, subject, ...body],
      ...attachments.flatMap(({ name, preview }) => [name, ...preview]),
      ...links.flatMap(({ text, address }) => [text, address]),
    ]) ?? []),
    ...phraseTextKeys(mail?.phraseGroups ?? []),
  ],
  phraseGroups: ({ mail }) => mail?.phraseGroups ?? [],
  places: [
    'attachment',
    'compose',
    'folder',
    'list',
    'new',
    'opened',
    'phrases',
    'reply',
    'report',
    'send',
    'sender',
  ],
  choices: ({ mail }) => [
    (mail?.phraseGroups ?? []).flatMap(({ phrases }) => phrases.map(({ text }) => text)),
  ],
  kinds: ['message', 'attachment', 'save', 'link', 'folder'],
  targets: ({ mail }, kind) => {
    const messages = mail?.messages ?? [];
    if (kind === 'message') return messages.map(({ id }) => id);
    if (kind === 'attachment' || kind === 'save') {
      return messages.flatMap(({ attachments }) => attachments.map(({ id }) => id));
    }
    if (kind === 'link') return messages.flatMap(({ links = [] }) => links.map(({ id }) => id));
    if (kind !== 'folder') return [];
    return ['inbox', 'sent', 'drafts', ...(mail?.sorting ? ['reported', 'trash'] : [])];
  },
};

function checkMail(mail: MailWorld, report: Report): void {
  const contacts = mail.contacts.map(({ id }) => id);
  const messages = mail.messages.map(({ id }) => id);
  const phrases = mail.phraseGroups.flatMap((group) => group.phrases.map(({ id }) => id));
  const attachments = mail.messages.flatMap((message) => message.attachments.map(({ id }) => id));
  expectUnique(contacts, ['mail', 'contacts'], report);
  expectUnique(
    [...messages, ...mail.drafts.map(({ id }) => id), ...attachments],
    ['mail', 'messages'],
    report,
  );
  expectKnown([mail.me], contacts, 'contact', ['mail', 'me'], report);
  mail.messages.forEach(({ from, to }, index) => {
    expectKnown([from, ...to], contacts, 'contact', ['mail', 'messages', index], report);
  });
  mail.drafts.forEach((draft, index) => {
    const path = ['mail', 'drafts', index];
    expectKnown(draft.to, contacts, 'contact', path, report);
    expectKnown(draft.phrases, phrases, 'phrase', path, report);
    if (draft.about !== null) expectKnown([draft.about], messages, 'message', path, report);
    // State must hold no sentences: they would be in one language.
    if (draft.typed !== '') report([...path, 'typed'], 'draft.typed-text');
  });
}

function checkLinks(mail: MailWorld, pages: readonly string[], report: Report): void {
  const all = mail.messages.flatMap(({ links = [] }) => links);
  expectUnique(
    all.map(({ id }) => id),
    ['mail', 'messages'],
    report,
  );
  mail.messages.forEach(({ body, links = [] }, index) => {
    const path = ['mail', 'messages', index, 'links'];
    expectKnown(
      links.map(({ page }) => page),
      pages,
      'page',
      path,
      report,
    );
    expectKnown(
      links.map(({ after }) => after),
      body,
      'paragraph',
      path,
      report,
    );
  });
}
