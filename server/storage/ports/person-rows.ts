/** What is stored about one person, for that person. */
import type { AttemptWithProgress } from './attempts.ts';
import type { PlainRow } from './transfer.ts';

/** Tables whose rows name one person; `launches`: those that the person made. */
export const personRowKinds = [
  ...(['personSettings', 'comfort', 'consents', 'backgrounds', 'groupMemberships'] as const),
  ...(['launches', 'staffNotes', 'reviewRequests', 'grades'] as const),
] as const;
export type PersonRowKind = (typeof personRowKinds)[number];

interface PersonPage {
  readonly rows: readonly PlainRow[];
  /** Null after the last page. */
  readonly next: string | null;
}

export interface PersonRowsPort {
  /** In the order of their keys, as stored. `after` is the `next` of the page before. */
  list(
    kind: PersonRowKind,
    person: { readonly organisationId: string; readonly personId: string },
    page: { readonly limit: number; readonly after?: string },
  ): Promise<PersonPage>;
  /** Practice too, by id. */
  listAttempts(
    person: { readonly organisationId: string; readonly personId: string },
    page: { readonly limit: number; readonly after?: string },
  ): Promise<AttemptWithProgress[]>;
}
