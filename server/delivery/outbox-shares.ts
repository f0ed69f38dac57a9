/** Whoever fills a share of the outbox waits alone. */

interface Waiting {
  readonly organisationId: string;
  readonly pending: number;
}

/** Four weeks: one makes 127 statements. */
const leastOfAttempt = 500;

/** Pending deliveries from which one attempt waits. */
export function attemptShare(limit: number): number {
  return Math.max(leastOfAttempt, Math.floor(limit / 100));
}

/** An organisation may use what others leave until half of the outbox is full; then only an equal share. */
export function isShareFull(states: readonly Waiting[], organisationId: string, limit: number): boolean {
  const organisations = new Set(states.map((state) => state.organisationId)).add(organisationId).size;
  return pendingIn(states) >= limit / 2 && pendingOf(states, organisationId) >= limit / organisations;
}

export function pendingOf(states: readonly Waiting[], organisationId: string): number {
  return pendingIn(states.filter((state) => state.organisationId === organisationId));
}

export function pendingIn(states: readonly Waiting[]): number {
  return states.reduce((sum, { pending }) => sum + pending, 0);
}
