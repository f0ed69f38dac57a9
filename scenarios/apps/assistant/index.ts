import { phraseNaming, type SimulatedApp } from '../../kit/app.ts';
import { assistantChecks } from './check.ts';
import { assistantFacts } from './facts.ts';
import { assistantAction, assistantWorld } from './schema.ts';
import { assistantStarter } from './starter.ts';

export const assistant = {
  schema: { world: assistantWorld, action: assistantAction },
  checks: assistantChecks,
  facts: assistantFacts,
  looks: [],
  names: { phraseId: phraseNaming(({ assistant }) => assistant?.phraseGroups) },
  finalTextOf: ({ apps: { assistant } }, { type }) =>
    type === 'send' && assistant
      ? { as: 'request', typed: assistant.typed, phrases: assistant.phrases }
      : undefined,
  starter: assistantStarter,
} as const satisfies SimulatedApp<'assistant'>;
