/** Results of deliveries that every adapter writes in groups. */
import type { DeliveryResult } from './ports/deliveries.ts';

/** Results that differ in the statement alone, together: a batch mostly ends in one way. */
export function alike(
  results: readonly DeliveryResult[],
): (Omit<DeliveryResult, 'statementId'> & { readonly ids: string[] })[] {
  const groups = new Map<string, Omit<DeliveryResult, 'statementId'> & { readonly ids: string[] }>();
  for (const { statementId, ...outcome } of results) {
    const name = JSON.stringify(outcome);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { ...outcome, ids: [statementId] });
    else group.ids.push(statementId);
  }
  return [...groups.values()];
}
