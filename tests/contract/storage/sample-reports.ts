/** A request for a review and a list of resources with sensible values, for the storage contract. */
import type { ResourceList } from '../../../server/storage/ports/resources.ts';
import type { ReviewRequest } from '../../../server/storage/ports/review-requests.ts';
import { org } from './sample-rows.ts';

export function sampleReviewRequest(change: Partial<ReviewRequest> = {}): ReviewRequest {
  return {
    id: 'request-1',
    organisationId: org,
    attemptId: 'attempt-1',
    personId: 'person-1',
    resourceLinkId: 'link-1',
    askedAt: 5,
    sealedText: 'sealed',
    answeredAt: null,
    sealedAnswer: null,
    ...change,
  };
}

export function sampleResourceList(change: Partial<ResourceList> = {}): ResourceList {
  return {
    organisationId: org,
    resources: [
      {
        id: 'library',
        dimension: 'INF',
        levels: { from: 1, to: 3 },
        kind: 'place',
        title: { fr: 'Votre bibliothèque', en: 'Your library' },
        text: { fr: 'Demandez un atelier.', en: 'Ask for a workshop.' },
        place: { fr: 'Dans votre quartier', en: 'In your neighbourhood' },
      },
      {
        id: 'cyber',
        dimension: 'SEC',
        levels: { from: 2, to: 4 },
        kind: 'website',
        title: { fr: 'Pensez cybersécurité', en: 'Get Cyber Safe' },
        text: { fr: 'Des conseils courts.', en: 'Short advice.' },
        link: { fr: 'https://fr.example/', en: 'https://en.example/' },
      },
    ],
    loadedAt: 1,
    ...change,
  };
}
