import { findById, type SimulatedApp } from '../../kit/app.ts';
import { scanChecks } from './check.ts';
import { scanFacts } from './facts.ts';
import { scanAction, scanWorld } from './schema.ts';
import { scanStarter } from './starter.ts';

export const scan = {
  schema: { world: scanWorld, action: scanAction },
  checks: scanChecks,
  facts: scanFacts,
  // Reading shows an address and decides nothing; opening it does.
  looks: ['start', 'stop', 'read', 'enter', 'cancel'],
  isTyped: ({ type }) => type === 'enter',
  names: {
    codeId: { as: 'code', of: ({ scan }, id) => findById(scan?.codes, id)?.place },
  },
  starter: scanStarter,
} as const satisfies SimulatedApp<'scan'>;
