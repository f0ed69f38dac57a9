import { AllowRequest, NoteRequest, ReviewReplyRequest } from '../../../contract/staff-actions.ts';
import { SettingsRequest, ValidityRequest } from '../../../contract/staff-actions.ts';
import type { ActionAnswer, PersonActionsAnswer, PersonNameAnswer } from '../../../contract/staff-actions.ts';
import { json, type Route, type Routes } from './route.ts';

const action = {
  who: 'person-staff',
  /** Going through a group takes a few a minute. */
  perMinute: 120,
  answer: json<ActionAnswer>('ActionAnswer'),
} as const satisfies Partial<Route>;

export const staffActionRoutes = {
  'get /activity/people/:personId': {
    who: 'person-staff',
    summary: 'What staff can do for a person, and the current state.',
    answer: json<PersonActionsAnswer>('PersonActionsAnswer'),
    refusals: ['person.unknown', 'request.not-found', 'audit.unwritten'],
  },
  // Calls the LMS.
  'get /activity/people/:personId/name': {
    who: 'person-staff',
    summary: 'The name of a person, asked from the LMS each time.',
    perMinute: 20,
    answer: json<PersonNameAnswer>('PersonNameAnswer'),
    refusals: ['person.unknown', 'audit.unwritten'],
  },
  'post /activity/people/:personId/settings': {
    ...action,
    summary: 'Changes the settings of a person.',
    body: SettingsRequest,
    refusals: ['person.unknown', 'request.not-found', 'form.unknown', 'person.changed', 'audit.unwritten'],
  },
  'post /activity/people/:personId/attempts': {
    ...action,
    summary: 'Allows one more attempt.',
    body: AllowRequest,
    refusals: [
      'person.unknown',
      'request.not-found',
      'attempt.not-used-up',
      'person.changed',
      'audit.unwritten',
    ],
  },
  'post /activity/attempts/:attemptId/reopen': {
    ...action,
    summary: 'Opens an ended attempt again.',
    refusals: [
      'attempt.unknown',
      'person.other-group',
      'person.unknown',
      'request.not-found',
      'attempt.not-reopenable',
      'attempt.busy',
      'audit.unwritten',
    ],
  },
  'post /activity/attempts/:attemptId/validity': {
    ...action,
    summary: 'Sets an attempt aside, or takes that back.',
    body: ValidityRequest,
    refusals: [
      'attempt.unknown',
      'person.other-group',
      'person.unknown',
      'request.not-found',
      'attempt.busy',
      'person.changed',
      'audit.unwritten',
    ],
  },
  'post /activity/attempts/:attemptId/note': {
    ...action,
    summary: 'Replaces the note beside the level; empty: removes it.',
    body: NoteRequest,
    refusals: [
      'attempt.unknown',
      'person.other-group',
      'person.unknown',
      'request.not-found',
      'attempt.busy',
      'person.changed',
      'audit.unwritten',
    ],
  },
  'post /activity/review-requests/:requestId/answer': {
    ...action,
    summary: 'Answers a request for a look at a result; the person reads it.',
    body: ReviewReplyRequest,
    refusals: ['person.unknown', 'request.not-found', 'audit.unwritten'],
  },
} as const satisfies Routes;
