import type { ReviewRequestView } from '../../contract/staff-actions.ts';
import type { AttemptWithProgress } from '../../storage/ports/attempts.ts';
import { type RequestServices, viewRequest } from '../review-requests.ts';

const listedRequests = 20;

/** Of one person's attempts in the order given, the newest request of each first. */
export async function listRequests(
  services: RequestServices,
  { organisationId, personId }: { readonly organisationId: string; readonly personId: string },
  attempts: readonly AttemptWithProgress[],
): Promise<ReviewRequestView[]> {
  const { reviewRequests, persons } = services.storage;
  const all = await Promise.all(
    attempts.map(async ({ attempt: { id, number } }) =>
      (await reviewRequests.listByAttempt(organisationId, id, { limit: listedRequests })).map((request) => ({
        number,
        request,
      })),
    ),
  );
  if (all.flat().length === 0) return [];
  const person = await persons.find(organisationId, personId);
  return all.flat().map(({ number, request }) => {
    const { askedAt, text, answeredAt, answer } = viewRequest(services, request, person);
    const words = { question: text ?? '', answer: answer ?? '' };
    return { id: request.id, attemptNumber: number, askedAt, answeredAt, ...words };
  });
}
