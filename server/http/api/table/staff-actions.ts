import { PeopleQuery, StatementsQuery } from '../../../contract/export.ts';
import type { ItemsAnswer } from '../../../contract/items.ts';
import { type SelectAnswer, type SelectReply, SelectRequest } from '../../../contract/select.ts';
import { AllowRequest, NoteRequest, ReviewReplyRequest } from '../../../contract/staff-actions.ts';
import { SettingsRequest, ValidityRequest } from '../../../contract/staff-actions.ts';
import type { ActionAnswer, PersonActionsAnswer } from '../../../contract/staff-actions.ts';
import type { ActivityAnswer, PracticeAnswer, ResendAnswer, RosterAnswer } from '../../../contract/teach.ts';
import { file, json, type Routes } from './route.ts';

export const selectRoutes = {
  'get /select': {
    who: 'selector',
    summary: 'What there is to choose from, and what the platform takes.',
    answer: json<SelectAnswer>('SelectAnswer'),
    refusals: ['selection.return-refused'],
  },
  'post /select': {
    who: 'selector',
    summary: 'The signed answer to the platform, with what was chosen or with nothing.',
    body: SelectRequest,
    answer: json<SelectReply>('SelectReply'),
    refusals: ['selection.return-refused', 'selection.not-accepted', 'activity.content-unknown'],
  },
} as const satisfies Routes;

export const teachRoutes = {
  'get /activity': {
    who: 'staff',
    summary: 'Everyone who began, from stored rows.',
    answer: json<ActivityAnswer>('ActivityAnswer'),
    refusals: ['request.not-found'],
  },
  // This and the next two call the LMS.
  'get /activity/roster': {
    who: 'staff',
    summary: 'Who is in the course, asked from the LMS each time.',
    perMinute: 20,
    answer: json<RosterAnswer>('RosterAnswer'),
  },
  'post /activity/grades/:gradeId/resend': {
    who: 'staff',
    summary: 'Sends a grade again.',
    perMinute: 120,
    answer: json<ResendAnswer>('ResendAnswer'),
    refusals: ['request.not-found', 'attempt.invalid'],
  },
  'post /practice': {
    who: 'staff',
    summary: 'The address at which staff try the activity out.',
    perMinute: 20,
    answer: json<PracticeAnswer>('PracticeAnswer'),
  },
  // Each calls the LMS.
  'get /activity/people': {
    who: 'staff',
    summary: 'The people of the activity as a CSV file.',
    query: PeopleQuery,
    perMinute: 10,
    answer: file('text/csv'),
    refusals: ['request.not-found'],
  },
  // An unstable connection resumes often.
  'get /activity/statements': {
    who: 'staff',
    summary: 'The xAPI statements of the activity, one a line.',
    query: StatementsQuery,
    perMinute: 20,
    answer: file('application/jsonl'),
    refusals: ['request.not-found', 'export.days-reversed', 'person.unknown', 'attempt.unknown'],
  },
  // Reads a whole activity.
  'get /activity/items': {
    who: 'staff',
    summary: 'How the items of the activity work.',
    perMinute: 10,
    answer: json<ItemsAnswer>('ItemsAnswer'),
  },
} as const satisfies Routes;

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
