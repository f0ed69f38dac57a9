import { findById, type SimulatedApp } from '../../kit/app.ts';
import type { TextKey } from '../../world/base.ts';
import type { PracticeStep } from '../../world/practice/types.ts';
import { practiceChecks } from './check.ts';
import { practiceFacts } from './facts.ts';
import { practiceAction, practiceWorld } from './schema.ts';
import { practiceStarter } from './starter.ts';

export const practice = {
  schema: { world: practiceWorld, action: practiceAction },
  checks: practiceChecks,
  facts: practiceFacts,
  looks: [],
  wording: { enter: ({ reading }) => reading, use: ({ tool }) => tool },
  names: {
    thingId: {
      as: 'thing',
      of: ({ practice }, id) => findById(practice?.steps.flatMap(listThings), id)?.name,
    },
    stepId: [
      { as: 'step', of: ({ practice }, id) => findById(practice?.steps, id)?.ask },
      { as: 'instead', of: ({ practice }, id) => insteadOf(findById(practice?.steps, id)) },
    ],
  },
  starter: practiceStarter,
} as const satisfies SimulatedApp<'practice'>;

/** The button that does the step another way. */
function insteadOf(step: PracticeStep | undefined): TextKey | undefined {
  return step?.kind === 'use' ? step.instead : undefined;
}

function listThings(step: PracticeStep): readonly { readonly id: string; readonly name: TextKey }[] {
  if (step.kind === 'point') return step.things;
  if (step.kind === 'open') return step.letters;
  return step.kind === 'scroll' ? [step.found] : [];
}
