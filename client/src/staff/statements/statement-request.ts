/** What of an activity's statements is asked for, and where in them a download goes on. Pure. */

export const tiers = ['3', '2', '1'] as const;

/** What narrows a download; an empty word narrows nothing. */
export interface StatementChoice {
  /** Id of a person. */
  readonly person: string;
  /** First and last day, both included: `2026-11-25`. */
  readonly from: string;
  readonly to: string;
  /** How fine: 1 results, 2 and what was done, 3 everything. */
  readonly tier: (typeof tiers)[number];
}

export interface StatementRequest extends StatementChoice {
  readonly purpose: 'operational' | 'research';
}

export const everything: StatementChoice = { person: '', from: '', to: '', tier: '3' };

/** Whether less than everything is asked for. */
export function isPart({ person, from, to, tier }: StatementChoice): boolean {
  return [person, from, to].some((word) => word !== '') || tier !== '3';
}

/** Whether the first day is behind the last one. */
export function isReversed({ from, to }: StatementChoice): boolean {
  return from !== '' && to !== '' && from > to;
}

/** @param after the last whole line that came, null where none did */
export function toPath({ purpose, person, from, to, tier }: StatementRequest, after: string | null): string {
  const words = new URLSearchParams({ purpose });
  for (const [name, word] of Object.entries({ person, from, to })) {
    if (word !== '') words.set(name, word);
  }
  if (tier !== '3') words.set('tier', tier);
  if (after !== null) words.set('after', cursorBehind(after));
  return `/api/activity/statements?${words.toString()}`;
}

/** What a line has to have for a download to go on behind it. */
interface Exported {
  readonly id: string;
  readonly context: { readonly registration: string; readonly extensions: Readonly<Record<string, number>> };
}

/** `attempt:logSeq:statement` of a line, as the server takes it. @throws SyntaxError, TypeError where it is no statement */
export function cursorBehind(line: string): string {
  // Our own server's line, and it looks again at what comes back: whatever else it is, is refused there.
  const { id, context } = JSON.parse(line) as Exported;
  const seq = Object.entries(context.extensions).find(([iri]) => iri.endsWith('/seq'))?.[1];
  return `${context.registration}:${String(seq)}:${id}`;
}
