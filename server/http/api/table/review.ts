import { type AttemptReview, type ReviewAnswer, TimelineQuery } from '../../../contract/review.ts';
import type { TimelineAnswer } from '../../../contract/review.ts';
import { json, type Routes } from './route.ts';

export const reviewRoutes = {
  'get /review': {
    who: 'reviewer',
    summary: 'The work of the reviewed person in the activity.',
    answer: json<ReviewAnswer>('ReviewAnswer'),
    refusals: ['attempt.unknown', 'audit.unwritten'],
  },
  'get /review/:attemptId': {
    who: 'reviewer',
    summary: 'One attempt, explained.',
    answer: json<AttemptReview>('AttemptReview'),
    refusals: ['attempt.unknown', 'person.other-group', 'audit.unwritten'],
  },
  'get /review/:attemptId/timeline': {
    who: 'reviewer',
    summary: 'The actions of an attempt in words, a page at a time; for staff only.',
    query: TimelineQuery,
    answer: json<TimelineAnswer>('TimelineAnswer'),
    refusals: ['attempt.unknown', 'person.other-group', 'audit.unwritten'],
  },
} as const satisfies Routes;
