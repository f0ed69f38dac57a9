import { phraseTextKeys, type AppChecks } from '../../kit/app.ts';
import { expectKnown, expectUnique, type Report } from '../../kit/expect.ts';
import type { DocumentWorld } from '../../world/document/types.ts';
import type { PhraseGroup } from '../../world/phrases.ts';

export const documentChecks: AppChecks = {
  isIn: ({ document }) => document !== undefined,
  check: ({ document }, report) => {
    if (document) checkDocument(document, report);
  },
  textKeys: ({ document }) => [
    ...(document === undefined ? [] : [document.name]),
    ...(document?.sentences.map(({ text }) => text) ?? []),
    ...phraseTextKeys([...(document?.phraseGroups ?? []), ...(document?.notes ?? [])]),
  ],
  phraseGroups: ({ document }) =>
    document === undefined ? [] : [...document.phraseGroups, ...document.notes, ...onlyInTexts(document)],
  places: ['lines', 'note', 'phrases', 'send', 'write'],
  choices: ({ document }) =>
    [document?.phraseGroups ?? [], document?.notes ?? []].map((groups) =>
      groups.flatMap(({ phrases }) => phrases.map(({ text }) => text)),
    ),
  targets: () => [],
};

/** Sentences that a text brings and nobody can choose: rules give them a meaning too. */
function onlyInTexts({ name, sentences, phraseGroups }: DocumentWorld): PhraseGroup[] {
  const chosen = phraseGroups.flatMap(({ phrases }) => phrases.map(({ id }) => id));
  const phrases = sentences.filter(({ id }) => !chosen.includes(id)).map(({ id, text }) => ({ id, text }));
  return phrases.length === 0 ? [] : [{ id: 'texts', title: name, phrases }];
}

function checkDocument({ sentences, texts, phraseGroups }: DocumentWorld, report: Report): void {
  const known = sentences.map(({ id, text }) => `${id} ${text}`);
  const ids = sentences.map(({ id }) => id);
  expectUnique(ids, ['document', 'sentences'], report);
  texts.forEach((text, index) => {
    expectKnown(text.sentences, ids, 'sentence', ['document', 'texts', index], report);
  });
  phraseGroups.forEach(({ phrases }, index) => {
    const chosen = phrases.map(({ id, text }) => `${id} ${text}`);
    expectKnown(chosen, known, 'sentence', ['document', 'phraseGroups', index], report);
  });
}
