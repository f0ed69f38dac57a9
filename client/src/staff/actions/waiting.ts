import type { ReviewRequestView } from '../../../../server/contract/staff-actions.ts';
import type { PersonView } from './person-view.svelte.ts';

export function placeOf({ id }: Pick<ReviewRequestView, 'id'>): string {
  return `request ${id}`;
}

/** One that was just answered stays on top with what became of it. */
export function isWaiting({ place }: Pick<PersonView, 'place'>, request: ReviewRequestView): boolean {
  return request.answeredAt === null || place === placeOf(request);
}
