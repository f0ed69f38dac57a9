import { findById, type SimulatedApp } from '../../kit/app.ts';
import { browserChecks } from './check.ts';
import { browserFacts } from './facts.ts';
import { browserAction, browserWorld } from './schema.ts';
import { browserStarter } from './starter.ts';

export const browser = {
  schema: { world: browserWorld, action: browserAction },
  checks: browserChecks,
  facts: browserFacts,
  looks: [
    'open',
    'open-in-new-tab',
    'home',
    'back',
    'forward',
    'new-tab',
    'select-tab',
    'close-tab',
    'find-in-page',
  ],
  isTyped: (action) => 'via' in action && action.via === 'address',
  names: {
    pageId: { as: 'page', of: ({ browser }, id) => findById(browser?.pages, id)?.title },
    choiceId: { as: 'choice', of: ({ browser }, id) => findById(browser?.note?.choices, id)?.text },
  },
  finalTextOf: (before, action) =>
    action.type === 'search' ? { as: 'search', typed: action.typed, phrases: [] } : undefined,
  starter: browserStarter,
} as const satisfies SimulatedApp<'browser'>;
