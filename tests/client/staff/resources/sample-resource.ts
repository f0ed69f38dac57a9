/** A resource with everything that is asked for, and what a test changes. */
import type { Resource } from '../../../../client/src/staff/resources/resource-checks.ts';

export function sampleResource(change: Partial<Resource> = {}): Resource {
  return {
    id: 'workshop',
    dimension: 'OUT',
    levels: { from: 1, to: 2 },
    kind: 'workshop',
    title: { fr: 'L’atelier du mardi', en: 'The Tuesday workshop' },
    text: { fr: 'Demandez à ranger de vrais fichiers.', en: 'Ask to sort real files.' },
    ...change,
  };
}
