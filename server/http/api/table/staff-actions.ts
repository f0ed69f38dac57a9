import { AllowRequest, NoteRequest, ReviewReplyRequest } from '../../../contract/staff-actions.ts';
import { SettingsRequest, ValidityRequest } from '../../../contract/staff-actions.ts';
import type { ActionAnswer, PersonActionsAnswer } from '../../../contract/staff-actions.ts';
import { json, type Routes } from './route.ts';

/** Going through a group takes a few a minute. */
const actionsPerMinute = 120;

export const staffActionRoutes = {
  'get /activity/people/:personId': {
    who: 'person-staff',
    summary: 'What staff can do for a person, and the current state.',
    answer: json<PersonActionsAnswer>('PersonActionsAnswer'),
    refusals: ['person.unknown', 'request.not-found'],
  },
  'post /activity/people/:personId/settings': {
    who: 'person-staff',
    summary: 'Changes the settings of a person.',
    body: SettingsRequest,
    perMinute: actionsPerMinute,
    answer: json<ActionAnswer>('ActionAnswer'),
    refusals: ['person.unknown', 'request.not-found', 'form.unknown', 'person.changed'],
  },
  'post /activity/people/:personId/attempts': {
    who: 'person-staff',
    summary: 'Allows one more attempt.',
    body: AllowRequest,
    perMinute: actionsPerMinute,
    answer: json<ActionAnswer>('ActionAnswer'),
    refusals: ['person.unknown', 'request.not-found', 'attempt.not-used-up', 'person.changed'],
  },
  'post /activity/attempts/:attemptId/reopen': {
    who: 'person-staff',
    summary: 'Opens an ended attempt again.',
    perMinute: actionsPerMinute,
    answer: json<ActionAnswer>('ActionAnswer'),
    refusals: [
      'attempt.unknown',
      'person.unknown',
      'request.not-found',
      'attempt.not-reopenable',
      'attempt.busy',
    ],
  },
  'post /activity/attempts/:attemptId/validity': {
    who: 'person-staff',
    summary: 'Sets an attempt aside, or takes that back.',
    body: ValidityRequest,
    perMinute: actionsPerMinute,
    answer: json<ActionAnswer>('ActionAnswer'),
    refusals: ['attempt.unknown', 'person.unknown', 'request.not-found', 'attempt.busy', 'person.changed'],
  },
  'post /activity/attempts/:attemptId/note': {
    who: 'person-staff',
    summary: 'Replaces the note beside the level; empty: removes it.',
    body: NoteRequest,
    perMinute: actionsPerMinute,
    answer: json<ActionAnswer>('ActionAnswer'),
    refusals: ['attempt.unknown', 'person.unknown', 'request.not-found', 'attempt.busy', 'person.changed'],
  },
  'post /activity/review-requests/:requestId/answer': {
    who: 'person-staff',
    summary: 'Answers a request for a look at a result; the person reads it.',
    body: ReviewReplyRequest,
    perMinute: actionsPerMinute,
    answer: json<ActionAnswer>('ActionAnswer'),
    refusals: ['person.unknown', 'request.not-found'],
  },
} as const satisfies Routes;
