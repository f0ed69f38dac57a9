/** No rule gives points for practising. */
import type { AppFacts } from '../../kit/app.ts';
import { atEnd, factClass, type FactType, type ObservedScene } from '../../kit/observed.ts';
import { listHardGestures } from '../../world/practice/helper-offer.ts';

interface PracticeFacts {
  readonly done: readonly string[];
  readonly passed: readonly string[];
  readonly hard: readonly string[];
}

const PracticeFacts = factClass<PracticeFacts>();

const list = 'list<string>';

const types: readonly FactType[] = [
  {
    name: 'Practice',
    ctor: PracticeFacts,
    fields: {
      done: atEnd(list, 'Étapes faites.', 'Steps that were done.'),
      passed: atEnd(list, 'Étapes passées.', 'Steps that were passed over.'),
      hard: atEnd(
        list,
        'Gestes de base difficiles : passés, ou trois appuis à côté.',
        'Basic gestures that were hard: passed over, or with three presses beside the target.',
      ),
    },
  },
];

function collect({ world, state }: ObservedScene): PracticeFacts {
  const outcomes = Object.entries(state.apps.practice?.outcomes ?? {});
  const having = (wanted: string): string[] =>
    outcomes.flatMap(([id, outcome]) => (outcome === wanted ? [id] : []));
  return new PracticeFacts({
    done: having('done'),
    passed: having('passed'),
    hard: listHardGestures(world, state),
  });
}

export const practiceFacts = { name: 'practice', types, of: collect } as const satisfies AppFacts;
