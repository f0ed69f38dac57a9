/** No rule gives points for practising. */
import type { AppFacts } from '../../kit/app.ts';
import { atEnd, factType, type ObservedScene } from '../../kit/observed.ts';
import { listHardGestures } from '../../world/practice/helper-offer.ts';

interface PracticeFacts {
  readonly done: readonly string[];
  readonly passed: readonly string[];
  readonly hard: readonly string[];
}

const list = 'list<string>';

const practiceType = factType<PracticeFacts>('Practice', {
  done: atEnd(list, 'Étapes faites.', 'Steps that were done.'),
  passed: atEnd(list, 'Étapes passées.', 'Steps that were passed over.'),
  hard: atEnd(
    list,
    'Gestes de base difficiles : passés, ou trois appuis à côté.',
    'Basic gestures that were hard: passed over, or with three presses beside the target.',
  ),
});

function collect({ world, state }: ObservedScene): PracticeFacts {
  const outcomes = Object.entries(state.apps.practice?.outcomes ?? {});
  const having = (wanted: string): string[] =>
    outcomes.flatMap(([id, outcome]) => (outcome === wanted ? [id] : []));
  return practiceType.make({
    done: having('done'),
    passed: having('passed'),
    hard: listHardGestures(world, state),
  });
}

export const practiceFacts = {
  name: 'practice',
  types: [practiceType],
  of: collect,
} as const satisfies AppFacts;
