import { expectKnown, expectUnique, type Report } from '../../kit/expect.ts';
import type { PhoneWorld } from '../../world/phone/types.ts';
import { phraseTextKeys, type AppChecks } from '../../kit/app.ts';

export const phoneChecks: AppChecks = {
  isIn: ({ phone }) => phone !== undefined,
  check: ({ phone, apps }, report) => {
    if (phone) checkPhone(phone, apps, report);
  },
  textKeys: ({ phone }) => [
    ...(phone?.conversations.flatMap(({ name, number, messages }) => [
      ...[name, number],
      ...messages.flatMap(({ date, body, code, link }) => [
        ...[date, ...body],
        ...(code === undefined ? [] : [code]),
        ...(link === undefined ? [] : [link.text]),
      ]),
    ]) ?? []),
    ...phraseTextKeys(phone?.phraseGroups ?? []),
  ],
  phraseGroups: ({ phone }) => phone?.phraseGroups ?? [],
  places: ['compose', 'list', 'phrases', 'request', 'send'],
  choices: ({ phone }) => [
    (phone?.phraseGroups ?? []).flatMap(({ phrases }) => phrases.map(({ text }) => text)),
  ],
  kinds: ['conversation', 'message', 'report', 'copy', 'link'],
  targets: ({ phone }, kind) => {
    const conversations = phone?.conversations ?? [];
    if (kind === 'conversation') return conversations.map(({ id }) => id);
    const messages = conversations.flatMap((conversation) => conversation.messages);
    if (kind === 'message' || kind === 'report') return messages.map(({ id }) => id);
    if (kind === 'copy') return messages.filter(({ code }) => code !== undefined).map(({ id }) => id);
    return kind === 'link' ? messages.filter(({ link }) => link !== undefined).map(({ id }) => id) : [];
  },
};

function checkPhone({ conversations }: PhoneWorld, apps: readonly string[], report: Report): void {
  expectUnique(
    conversations.map(({ id }) => id),
    ['phone', 'conversations'],
    report,
  );
  expectUnique(
    conversations.flatMap(({ messages }) => messages.map(({ id }) => id)),
    ['phone', 'conversations'],
    report,
  );
  const links = conversations.flatMap(({ messages }) => messages.flatMap(({ link }) => link ?? []));
  expectKnown(
    links.flatMap(({ app }) => app ?? []),
    [...apps],
    'app',
    ['phone', 'conversations'],
    report,
  );
}
