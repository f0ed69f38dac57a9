import { ActRequest, OpenRequest, StartRequest } from '../../../contract/play.ts';
import type {
  ActAnswer,
  AttemptAnswer,
  AttemptView,
  SceneAnswer,
  WeekAnswer,
} from '../../../contract/play.ts';
import { type ReportAnswer, type RequestView, ReviewRequestBody } from '../../../contract/report.ts';
import type { ResourcesAnswer } from '../../../contract/report.ts';
import { type AttemptReview, type ReviewAnswer, TimelineQuery } from '../../../contract/review.ts';
import type { TimelineAnswer } from '../../../contract/review.ts';
import { RefreshRequest, type SessionAnswer, SessionRequest } from '../../../contract/session.ts';
import { json, nothing, type Routes } from './route.ts';

/** The code or the refresh token is the secret. */
export const sessionRoutes = {
  'post /session': {
    who: 'anyone',
    summary: 'Trades the one-time code of a launch for tokens.',
    body: SessionRequest,
    bodyLimit: '16kb',
    answer: json<SessionAnswer>('SessionAnswer'),
    refusals: ['session.expired', 'request.too-many'],
  },
  'post /session/refresh': {
    who: 'anyone',
    summary: 'Trades a refresh token for the next pair of tokens.',
    body: RefreshRequest,
    bodyLimit: '16kb',
    answer: json<SessionAnswer>('SessionAnswer'),
    refusals: ['session.expired', 'request.too-many'],
  },
  'delete /session': {
    who: 'anyone',
    summary: 'Ends the session of the bearer, also if the bearer just expired.',
    answer: nothing,
    refusals: ['request.too-many'],
  },
} as const satisfies Routes;

export const playRoutes = {
  // First, since nearly every request is one of these.
  'post /attempts/:attemptId/actions': {
    who: 'learner',
    summary: 'Stores a batch of actions. A repeat is harmless.',
    body: ActRequest,
    answer: json<ActAnswer>('ActAnswer'),
    refusals: [
      'client.outdated',
      'attempt.unknown',
      'attempt.closed',
      'attempt.epoch-stale',
      'attempt.out-of-order',
      'attempt.busy',
      'scene.unknown',
      'scene.not-open',
      'offer.not-due',
      'server.backlog',
    ],
  },
  'get /attempt': {
    who: 'learner',
    summary: "The learner's latest attempt in the activity.",
    answer: json<AttemptAnswer>('AttemptAnswer'),
    refusals: ['attempt.unknown', 'activity.content-unknown', 'activity.needs-unmet'],
  },
  'post /attempts': {
    who: 'learner',
    summary: 'Accepts the notice and starts an attempt. A repeat answers the same attempt.',
    body: StartRequest,
    answer: json<AttemptView>('AttemptView'),
    refusals: [
      'notice.outdated',
      'attempt.unknown',
      'attempt.out-of-order',
      'attempt.none-left',
      'attempt.busy',
      'activity.content-unknown',
      'activity.needs-unmet',
      'server.backlog',
    ],
  },
  'post /attempts/:attemptId/open': {
    who: 'learner',
    summary: 'Makes the asking page the only one that writes to the attempt.',
    body: OpenRequest,
    answer: json<AttemptView>('AttemptView'),
    refusals: ['attempt.unknown', 'attempt.busy'],
  },
  'get /attempts/:attemptId/week': {
    who: 'learner',
    summary: 'The days of the attempt, for the map between scenes.',
    answer: json<WeekAnswer>('WeekAnswer'),
    refusals: ['attempt.unknown'],
  },
  'get /attempts/:attemptId/scenes/:sceneId': {
    who: 'learner',
    summary: 'Starts the scene if it waits, and answers what is needed to show it.',
    answer: json<SceneAnswer>('SceneAnswer'),
    refusals: ['attempt.unknown', 'attempt.busy', 'scene.unknown', 'scene.not-open'],
  },
} as const satisfies Routes;

export const reviewRoutes = {
  'get /review': {
    who: 'reviewer',
    summary: 'The work of the reviewed person in the activity.',
    answer: json<ReviewAnswer>('ReviewAnswer'),
    refusals: ['attempt.unknown'],
  },
  'get /review/:attemptId': {
    who: 'reviewer',
    summary: 'One attempt, explained.',
    answer: json<AttemptReview>('AttemptReview'),
    refusals: ['attempt.unknown'],
  },
  'get /review/:attemptId/timeline': {
    who: 'reviewer',
    summary: 'The actions of an attempt in words, a page at a time; for staff only.',
    query: TimelineQuery,
    answer: json<TimelineAnswer>('TimelineAnswer'),
    refusals: ['attempt.unknown'],
  },
} as const satisfies Routes;

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
    summary: 'Asks that a person look at the result. A repeat answers the open request.',
    body: ReviewRequestBody,
    answer: json<RequestView>('RequestView'),
    refusals: ['attempt.unknown'],
  },
  'get /resources': {
    who: 'staff',
    summary: 'The resources that learners are pointed to.',
    answer: json<ResourcesAnswer>('ResourcesAnswer'),
  },
} as const satisfies Routes;
