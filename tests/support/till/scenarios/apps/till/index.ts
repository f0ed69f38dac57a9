import { findById, type SimulatedApp } from '../../kit/app.ts';
import { tillChecks } from './check.ts';
import { tillFacts } from './facts.ts';
import { tillAction, tillWorld } from './schema.ts';
import { tillStarter } from './starter.ts';

export const till = {
  schema: { world: tillWorld, action: tillAction },
  checks: tillChecks,
  facts: tillFacts,
  looks: [],
  starter: tillStarter,
  names: {
    articleId: { as: 'article', of: ({ till }, id) => findById(till?.articles, id)?.name },
  },
} as const satisfies SimulatedApp<'till'>;
