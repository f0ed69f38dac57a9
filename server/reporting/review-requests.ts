/** « Demander à quelqu’un de regarder ». Texts are sealed with the learner's key. */
import { AppError, unlessThrown } from '../base/errors.ts';
import type { RequestView } from '../contract/report.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Person } from '../storage/ports/persons.ts';
import type { ReviewRequest } from '../storage/ports/review-requests.ts';
import type { Storage } from '../storage/ports/storage.ts';

export interface RequestServices {
  readonly storage: Pick<Storage, 'reviewRequests' | 'persons'>;
  readonly secrets: Pick<Secrets, 'unwrapKey' | 'sealWith' | 'unsealWith'>;
}

type AttemptRef = Pick<ReviewRequest, 'organisationId' | 'attemptId' | 'personId' | 'resourceLinkId'>;

/**
 * Returns the open request if there is one; a text completes it if it has none.
 * @throws AppError attempt.unknown if the person is gone
 */
export async function askForReview(
  services: RequestServices & { readonly clock: () => number; readonly randomId: () => string },
  about: AttemptRef,
  text: string,
): Promise<RequestView> {
  const { storage, clock, randomId } = services;
  const person = await getPerson(services, about);
  const id = randomId();
  const request = await storage.reviewRequests.ask({
    ...about,
    id,
    askedAt: clock(),
    sealedText: text === '' ? null : sealFor(services, person, text, textBinding(id)),
    answeredAt: null,
    sealedAnswer: null,
  });
  if (request.id === id || request.sealedText !== null || text === '') {
    return viewRequest(services, request, person);
  }
  const sealedText = sealFor(services, person, text, textBinding(request.id));
  const completed = await storage.reviewRequests.addText(about.organisationId, request.id, sealedText);
  // Answered or completed meanwhile.
  return completed === undefined
    ? askForReview(services, about, text)
    : viewRequest(services, completed, person);
}

/**
 * Returns false if it was already answered.
 * @throws AppError attempt.unknown if the person is gone
 */
export async function answerReview(
  services: RequestServices & { readonly clock: () => number },
  request: ReviewRequest,
  words: string,
): Promise<boolean> {
  const person = await getPerson(services, request);
  return services.storage.reviewRequests.answer(request.organisationId, request.id, {
    sealedAnswer: sealFor(services, person, words, answerBinding(request.id)),
    answeredAt: services.clock(),
  });
}

export async function findRequestView(
  services: RequestServices,
  { organisationId, attemptId, personId }: Pick<AttemptRef, 'organisationId' | 'attemptId' | 'personId'>,
): Promise<RequestView | null> {
  const { reviewRequests, persons } = services.storage;
  const [latest] = await reviewRequests.listByAttempt(organisationId, attemptId, { limit: 1 });
  return latest === undefined
    ? null
    : viewRequest(services, latest, await persons.find(organisationId, personId));
}

export function viewRequest(
  { secrets }: Pick<RequestServices, 'secrets'>,
  { id, askedAt, sealedText, answeredAt, sealedAnswer }: ReviewRequest,
  person: Person | undefined,
): RequestView {
  const open = (sealed: string | null, binding: string): string | null => {
    if (sealed === null || person === undefined) return null;
    const key = (): Buffer => secrets.unwrapKey('person', person.sealedKey, person.id);
    // Destroying a person's key erases their texts.
    return unlessThrown(() => secrets.unsealWith(key(), sealed, binding), 'secret.unreadable') ?? null;
  };
  return {
    state: answeredAt === null ? 'asked' : 'answered',
    askedAt,
    text: open(sealedText, textBinding(id)),
    answeredAt,
    answer: open(sealedAnswer, answerBinding(id)),
  };
}

async function getPerson(
  { storage }: RequestServices,
  { organisationId, personId }: Pick<AttemptRef, 'organisationId' | 'personId'>,
): Promise<Person> {
  const person = await storage.persons.find(organisationId, personId);
  if (person === undefined) throw new AppError('attempt.unknown');
  return person;
}

function sealFor({ secrets }: RequestServices, person: Person, text: string, binding: string): string {
  return secrets.sealWith(secrets.unwrapKey('person', person.sealedKey, person.id), text, binding);
}

function textBinding(requestId: string): string {
  return `review-request/${requestId}`;
}

function answerBinding(requestId: string): string {
  return `review-answer/${requestId}`;
}
