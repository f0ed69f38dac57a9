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
    count: ({ number }) => (number === '' ? 'empty' : undefined),
  },
  names: {
    shelfId: {
      as: 'shelf',
      of: ({ punch }, id) => {
        const shelf = findById(punch?.shelves, id);
        return shelf && { plain: shelf.code };
      },
    },
    number: {
      as: 'number',
      of: (_world, number) => (/^\d+$/.test(number) ? { plain: number } : undefined),
    },
    unitId: { as: 'unit', of: ({ punch }, id) => findById(punch?.units, id)?.label },
  },
  starter: punchStarter,
} as const satisfies SimulatedApp<'punch'>;
