import { type ReportAnswer, type RequestView, ReviewRequestBody } from '../../../contract/report.ts';
import type { ResourcesAnswer } from '../../../contract/report.ts';
import { json, type Routes } from './route.ts';

export const reportRoutes = {
  'get /report': {
    who: 'reader',
    summary: "The report on the learner's latest attempt.",
    answer: json<ReportAnswer>('ReportAnswer'),
    refusals: ['attempt.unknown'],
  },
  'get /report/:attemptId': {
    who: 'reader',
    summary: "The report on one of the learner's attempts.",
    answer: json<ReportAnswer>('ReportAnswer'),
    refusals: ['attempt.unknown'],
  },
  'post /report/:attemptId/review-request': {
    who: 'reader',
    summary:
      'Asks that a person look at the result. A repeat answers the open request, and may add the text that it lacks.',
    body: ReviewRequestBody,
    answer: json<RequestView>('RequestView'),
    refusals: ['attempt.unknown', 'attempt.not-over'],
  },
  'get /resources': {
    who: 'staff',
    summary: 'The resources that learners are pointed to.',
    answer: json<ResourcesAnswer>('ResourcesAnswer'),
  },
} as const satisfies Routes;
