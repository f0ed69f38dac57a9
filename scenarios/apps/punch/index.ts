import type { SimulatedApp } from '../../kit/app.ts';
import { findById } from '../../kit/app.ts';
import { punchChecks } from './check.ts';
import { punchFacts } from './facts.ts';
import { punchAction, punchWorld } from './schema.ts';
import { punchStarter } from './starter.ts';

export const punch = {
  schema: { world: punchWorld, action: punchAction },
  checks: punchChecks,
  facts: punchFacts,
  looks: ['show', 'open-shelf', 'close-shelf'],
  isTyped: (action) => action.type === 'open-shelf' && action.by === 'code',
  wording: {
    show: ({ page }) => page,
    punch: ({ kind }) => kind,
    'punch-again': ({ choice }) => choice,
    'open-shelf': ({ by }) => by,
  },
  names: {
    unitId: { as: 'unit', of: ({ punch }, id) => findById(punch?.units, id)?.label },
  },
  starter: punchStarter,
} as const satisfies SimulatedApp<'punch'>;
