import { findById, type SimulatedApp } from '../../kit/app.ts';
import { sheetChecks } from './check.ts';
import { sheetFacts } from './facts.ts';
import { sheetAction, sheetWorld } from './schema.ts';
import { sheetStarter } from './starter.ts';

export const sheet = {
  schema: { world: sheetWorld, action: sheetAction },
  checks: sheetChecks,
  facts: sheetFacts,
  looks: [],
  wording: { sort: ({ scope }) => scope },
  names: {
    column: { as: 'column', of: ({ sheet }, id) => findById(sheet?.columns, id)?.title },
    choice: { as: 'choice', of: ({ sheet }, id) => findById(sheet?.words, id)?.text },
  },
  starter: sheetStarter,
} as const satisfies SimulatedApp<'sheet'>;
