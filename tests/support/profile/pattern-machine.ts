/** Matches statements against a pattern of a profile one by one, with all alternatives in parallel. */
import type { ReadPattern } from './read-profile.ts';

/** Ids of the templates and patterns still expected, next first. */
type Rest = { readonly next: string; readonly then: Rest } | null;

/** Depth limit for recursive patterns. */
const deepest = 10_000;

export class PatternMachine {
  readonly #patterns: ReadonlyMap<string, ReadPattern>;
  #open: ReadonlyMap<string, Rest>;

  constructor(patterns: readonly ReadPattern[], from: string) {
    this.#patterns = new Map(patterns.map((pattern) => [pattern.id, pattern]));
    this.#open = this.#expand([{ next: from, then: null }]);
  }

  /** Consumes a statement that matches these templates; returns false, unchanged, if it is not expected. */
  take(templates: readonly string[]): boolean {
    const onward = [...this.#open.values()].flatMap((rest) =>
      rest !== null && templates.includes(rest.next) ? [rest.then] : [],
    );
    if (onward.length === 0) return false;
    this.#open = this.#expand(onward);
    return true;
  }

  /** Whether the pattern may end here. */
  mayEnd(): boolean {
    return this.#open.has('');
  }

  /** Expands patterns until each alternative begins with a template or is empty. */
  #expand(rests: readonly Rest[]): ReadonlyMap<string, Rest> {
    const open = new Map<string, Rest>();
    const seen = new Set<string>();
    const waiting = [...rests];
    for (let steps = 0; waiting.length > 0; steps += 1) {
      if (steps > deepest) throw new RangeError('the pattern has no end');
      const rest = waiting.pop() ?? null;
      const key = keyOf(rest);
      if (seen.has(key)) continue;
      seen.add(key);
      const pattern = rest === null ? undefined : this.#patterns.get(rest.next);
      if (rest === null || pattern === undefined) open.set(key, rest);
      else waiting.push(...unfold(pattern, rest.then));
    }
    return open;
  }
}

function unfold(pattern: ReadPattern, then: Rest): Rest[] {
  const { id, sequence, alternates, optional, oneOrMore, zeroOrMore } = pattern;
  if (sequence !== undefined)
    return [sequence.reduceRight<Rest>((rest, next) => ({ next, then: rest }), then)];
  if (alternates !== undefined) return alternates.map((next) => ({ next, then }));
  if (optional !== undefined) return [then, { next: optional, then }];
  if (zeroOrMore !== undefined) return [then, { next: zeroOrMore, then: { next: id, then } }];
  if (oneOrMore === undefined) return [then];
  // Once, optionally repeated.
  return [
    { next: oneOrMore, then },
    { next: oneOrMore, then: { next: id, then } },
  ];
}

function keyOf(rest: Rest): string {
  const ids: string[] = [];
  for (let one = rest; one !== null; one = one.then) ids.push(one.next);
  return ids.join(' ');
}
