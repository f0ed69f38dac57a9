/** Rows with sensible values; a test names only what it is about. */
import type { Attempt, AttemptProgress, AttemptWithProgress } from '../../server/storage/ports.ts';

export function attemptWithProgress(
  change: { attempt?: Partial<Attempt>; progress?: Partial<AttemptProgress> } = {},
): AttemptWithProgress {
  return {
    attempt: {
      id: '3c7a5f0e-6a51-4e4b-9d0c-000000000001',
      organisationId: 'organisation-1',
      platformId: 'platform-1',
      registrationId: 'registration-1',
      studyId: 'study-1',
      personId: 'person-1',
      resourceLinkId: 'link-1',
      number: 1,
      seed: 1,
      form: 'demo',
      bankVersion: 1,
      createdAt: 0,
      ...change.attempt,
    },
    progress: {
      head: 0,
      status: 'open',
      language: 'fr',
      noticeVersion: '1',
      research: 'not-asked',
      epoch: 1,
      writer: 'page-1',
      openedAt: 0,
      openedTMs: 0,
      actionSeq: 0,
      lastAt: 0,
      scenes: [],
      score: null,
      ...change.progress,
    },
  };
}
