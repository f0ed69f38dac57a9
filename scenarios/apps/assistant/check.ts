import { phraseTextKeys, type AppChecks } from '../../kit/app.ts';
import { expectKnown, expectUnique, type Report } from '../../kit/expect.ts';
import type { World } from '../../world/types.ts';

export const assistantChecks: AppChecks = {
  isIn: ({ assistant }) => assistant !== undefined,
  check: checkAssistant,
  textKeys: ({ assistant }) => [
    ...(assistant?.intents.flatMap(({ words, answer }) => [
      ...(words === undefined ? [] : [words]),
      ...answer,
    ]) ?? []),
    ...phraseTextKeys(assistant?.phraseGroups ?? []),
  ],
  phraseGroups: ({ assistant }) => assistant?.phraseGroups ?? [],
  places: ['compose', 'conversation', 'phrases', 'send'],
  choices: ({ assistant }) => [
    (assistant?.phraseGroups ?? []).flatMap(({ phrases }) => phrases.map(({ text }) => text)),
  ],
  targets: () => [],
};

function checkAssistant({ assistant, document }: World, report: Report): void {
  if (!assistant) return;
  const { intents, phraseGroups } = assistant;
  const phrases = phraseGroups.flatMap((group) => group.phrases.map(({ id }) => id));
  const texts = document?.texts.map(({ id }) => id) ?? [];
  const path = ['assistant', 'intents'];
  expectUnique(
    intents.map(({ id }) => id),
    path,
    report,
  );
  intents.forEach(({ phrases: own, offers }, index) => {
    expectKnown(own, phrases, 'phrase', [...path, index], report);
    if (offers !== undefined) expectKnown([offers], texts, 'text', [...path, index], report);
  });
}
