/** « Demander qu’une personne regarde »: what a learner writes, and what staff answer, sealed under the learner's key. */
import { AppError } from '../base/errors.ts';
import type { RequestView } from '../contract/report.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Person } from '../storage/ports/persons.ts';
import type { ReviewRequest } from '../storage/ports/review-requests.ts';
import type { Storage } from '../storage/ports/storage.ts';

export interface RequestServices {
  readonly storage: Pick<Storage, 'reviewRequests' | 'persons'>;
  readonly secrets: Pick<Secrets, 'unwrapKey' | 'sealWith' | 'unsealWith'>;
}

interface Asking {
  readonly organisationId: string;
  readonly attemptId: string;
  readonly personId: string;
  readonly resourceLinkId: string;
}

/** Asks, or answers what was asked already and waits. @throws AppError attempt.unknown where the person is gone */
export async function askForReview(
  services: RequestServices & { readonly clock: () => number; readonly randomId: () => string },
  about: Asking,
  text: string,
): Promise<RequestView> {
  const { storage, clock, randomId } = services;
  const person = await getPerson(services, about);
  const id = randomId();
  const request = await storage.reviewRequests.ask({
    ...about,
    id,
    askedAt: clock(),
    sealedText: text === '' ? null : sealFor(services, person, text, textPlace(id)),
    answeredAt: null,
    sealedAnswer: null,
  });
  return viewRequest(services, request, person);
}

/**
 * Gives a request the words of staff. False where it was answered already: one answer stands.
 * @throws AppError attempt.unknown where the person is gone
 */
export async function answerReview(
  services: RequestServices & { readonly clock: () => number },
  request: ReviewRequest,
  words: string,
): Promise<boolean> {
  const person = await getPerson(services, request);
  return services.storage.reviewRequests.answer(request.organisationId, request.id, {
    sealedAnswer: sealFor(services, person, words, answerPlace(request.id)),
    answeredAt: services.clock(),
  });
}

/** The latest request of an attempt with its words; null where none was made. */
export async function findRequestView(
  services: RequestServices,
  { organisationId, attemptId, personId }: Pick<Asking, 'organisationId' | 'attemptId' | 'personId'>,
): Promise<RequestView | null> {
  const { reviewRequests, persons } = services.storage;
  const [latest] = await reviewRequests.listByAttempt(organisationId, attemptId, { limit: 1 });
  return latest === undefined
    ? null
    : viewRequest(services, latest, await persons.find(organisationId, personId));
}

/** A request in words; texts whose key is gone are told as none. */
export function viewRequest(
  { secrets }: Pick<RequestServices, 'secrets'>,
  { id, askedAt, sealedText, answeredAt, sealedAnswer }: ReviewRequest,
  person: Person | undefined,
): RequestView {
  const open = (sealed: string | null, place: string): string | null => {
    if (sealed === null || person === undefined) return null;
    try {
      const key = secrets.unwrapKey('person', person.sealedKey, person.id);
      return secrets.unsealWith(key, sealed, place);
    } catch (error) {
      // A destroyed key is how a person's texts are erased.
      if (error instanceof AppError && error.code === 'secret.unreadable') return null;
      throw error;
    }
  };
  return {
    state: answeredAt === null ? 'asked' : 'answered',
    askedAt,
    text: open(sealedText, textPlace(id)),
    answeredAt,
    answer: open(sealedAnswer, answerPlace(id)),
  };
}

async function getPerson(
  { storage }: RequestServices,
  { organisationId, personId }: Pick<Asking, 'organisationId' | 'personId'>,
): Promise<Person> {
  const person = await storage.persons.find(organisationId, personId);
  if (person === undefined) throw new AppError('attempt.unknown');
  return person;
}

function sealFor({ secrets }: RequestServices, person: Person, text: string, place: string): string {
  return secrets.sealWith(secrets.unwrapKey('person', person.sealedKey, person.id), text, place);
}

function textPlace(requestId: string): string {
  return `review-request/${requestId}`;
}

function answerPlace(requestId: string): string {
  return `review-answer/${requestId}`;
}
