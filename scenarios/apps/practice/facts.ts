/** What practising came to, in the words that rules are written in. No rule gives points for it. */
import { factClass, type FactType, type ObservedScene } from '../../kit/observed.ts';
import { listHardGestures } from '../../world/practice/helper-offer.ts';

export interface PracticeFacts {
  /** Steps that were done, by id. */
  readonly done: readonly string[];
  /** Steps that were passed over. */
  readonly passed: readonly string[];
  /** Basic gestures that did not come by themselves: passed over, or with three presses beside it. */
  readonly hard: readonly string[];
}

export const PracticeFacts = factClass<PracticeFacts>();

const list = 'list<string>';

/** `practice` in rules. */
export const practiceFactTypes: readonly FactType[] = [
  { name: 'Practice', ctor: PracticeFacts, fields: { done: list, passed: list, hard: list } },
];

/** Facts of the practice page; empty where the scene has none. */
export function practiceFacts({ world, state }: ObservedScene): PracticeFacts {
  const outcomes = Object.entries(state.apps.practice?.outcomes ?? {});
  const having = (wanted: string): string[] =>
    outcomes.flatMap(([id, outcome]) => (outcome === wanted ? [id] : []));
  return new PracticeFacts({
    done: having('done'),
    passed: having('passed'),
    hard: listHardGestures(world, state),
  });
}
