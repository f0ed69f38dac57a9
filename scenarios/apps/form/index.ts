import { findById, type SimulatedApp } from '../../kit/app.ts';
import { formChecks } from './check.ts';
import { formFacts } from './facts.ts';
import { formAction, formWorld } from './schema.ts';
import { formStarter } from './starter.ts';

export const form = {
  schema: { world: formWorld, action: formAction },
  checks: formChecks,
  facts: formFacts,
  looks: ['start', 'search', 'open'],
  wording: {
    keep: ({ how }) => how,
    jot: ({ reading }) => (reading === 'as-on-card' ? 'kept' : 'other'),
  },
  names: {
    fileId: { as: 'item', of: ({ form }, id) => findById(form?.files, id)?.name },
    siteId: { as: 'site', of: ({ form }, id) => findById(form?.sites, id)?.name },
    fieldId: {
      as: 'field',
      of: ({ form }, id) =>
        findById(
          form?.sites.flatMap(({ fields }) => fields),
          id,
        )?.label,
    },
  },
  starter: formStarter,
} as const satisfies SimulatedApp<'form'>;
