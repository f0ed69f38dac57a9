export const tiers = ['3', '2', '1'] as const;

/** Empty strings do not filter. */
export interface StatementChoice {
  readonly person: string;
  /** First and last day, inclusive: `2026-11-25`. */
  readonly from: string;
  readonly to: string;
  /** 1 results, 2 and actions, 3 everything. */
  readonly tier: (typeof tiers)[number];
}

export const everything: StatementChoice = { person: '', from: '', to: '', tier: '3' };

export function isPart({ person, from, to, tier }: StatementChoice): boolean {
  return [person, from, to].some((word) => word !== '') || tier !== '3';
}

export function isReversed({ from, to }: StatementChoice): boolean {
  return from !== '' && to !== '' && from > to;
}

/** @param after the last whole line, or null */
export function toPath({ person, from, to, tier }: StatementChoice, after: string | null): string {
  const words = new URLSearchParams({ purpose: 'operational' });
  for (const [name, word] of Object.entries({ person, from, to })) {
    if (word !== '') words.set(name, word);
  }
  if (tier !== '3') words.set('tier', tier);
  if (after !== null) words.set('after', cursorBehind(after));
  return `/api/activity/statements?${words.toString()}`;
}

/** The parts of a line that make its cursor. */
interface Exported {
  readonly id: string;
  readonly context: { readonly registration: string; readonly extensions: Readonly<Record<string, number>> };
}

/** `attempt:logSeq:statement` of a line. @throws SyntaxError, TypeError if it is no statement */
export function cursorBehind(line: string): string {
  // Not validated: our own server's line, and the server checks the cursor.
  const { id, context } = JSON.parse(line) as Exported;
  const seq = Object.entries(context.extensions).find(([iri]) => iri.endsWith('/seq'))?.[1];
  return `${context.registration}:${String(seq)}:${id}`;
}
