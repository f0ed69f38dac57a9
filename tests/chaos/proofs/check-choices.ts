/** Proof (g): the store for research keeps what people agree to, and nothing else. */
import type { Breach } from './breach.ts';
import { type HeldStatement, isVoiding } from './check-erasures.ts';

/** What somebody decided about research. */
export type Choice = 'agreed' | 'withdrawn' | 'erased' | 'never-asked';

/** An attempt that the database has. */
interface ChosenAttempt {
  readonly id: string;
  readonly choice: Choice;
  /** Its gate, as the worker reads it. */
  readonly gate: string;
}

export interface ChoiceFacts {
  readonly attempts: readonly ChosenAttempt[];
  /** Everything that the store for research was ever sent. */
  readonly held: readonly HeldStatement[];
  /** By choice, how many people have answers about themselves. */
  readonly backgrounds: Readonly<Record<Choice, number>>;
}

export function checkChoices({ attempts, held, backgrounds }: ChoiceFacts): Breach[] {
  const choiceOf = new Map(attempts.map(({ id, choice }) => [id, choice]));
  const voided = new Set(held.filter(isVoiding).map(({ object }) => object.id));
  const statements = held
    .filter((statement) => !isVoiding(statement))
    .map(({ id, context }) => {
      const about = context?.registration ?? 'no attempt';
      return { id, about, choice: choiceOf.get(about) ?? 'erased', isLive: !voided.has(id) };
    });
  const breach = (isBroken: boolean, what: string): Breach[] =>
    isBroken ? [{ about: 'research', what }] : [];
  const isSent = (choice: Choice): boolean => statements.some((one) => one.choice === choice);
  return [
    ...(['agreed', 'withdrawn', 'erased'] as const).flatMap((choice) =>
      breach(!isSent(choice), `nothing was ever sent of who is ${choice}, so nothing was tried`),
    ),
    ...breach(backgrounds.agreed === 0, 'answers about a person who agreed are gone'),
    ...breach(backgrounds.withdrawn > 0, 'answers about a person who withdrew are kept'),
    ...attempts.flatMap(({ id: about, choice, gate }): Breach[] =>
      (gate === 'given') === (choice === 'agreed')
        ? []
        : [{ about, what: `is ${choice}, and its gate is ${gate}` }],
    ),
    ...statements.flatMap(({ id, about, choice, isLive }): Breach[] =>
      isLive === (choice === 'agreed')
        ? []
        : [{ about, what: `is ${choice}, and statement ${id} is ${isLive ? 'not void' : 'void'}` }],
    ),
  ];
}
