import type { ConnectionAnswer } from '../../../contract/connection.ts';
import { type ColumnAnswer, ColumnRequest, type ColumnsAnswer } from '../../../contract/columns.ts';
import { PeopleQuery, StatementsQuery } from '../../../contract/export.ts';
import { type GradeKindAnswer, GradeKindRequest } from '../../../contract/grade-kinds.ts';
import {
  type GroupExceptionAnswer,
  GroupExceptionRequest,
  type GroupExceptionsAnswer,
} from '../../../contract/group-exceptions.ts';
import type { ItemsAnswer } from '../../../contract/items.ts';
import type { ActivityAnswer, PracticeAnswer, ResendAnswer, RosterAnswer } from '../../../contract/teach.ts';
import { file, json, type Routes } from './route.ts';

export const teachRoutes = {
  'get /activity': {
    who: 'staff',
    summary: 'Everyone who began, from stored rows.',
    answer: json<ActivityAnswer>('ActivityAnswer'),
    refusals: ['request.not-found', 'audit.unwritten'],
  },
  // This and the next three call the LMS.
  'get /activity/roster': {
    who: 'staff',
    summary: 'Who is in the course, asked from the LMS each time.',
    perMinute: 20,
    answer: json<RosterAnswer>('RosterAnswer'),
    refusals: ['audit.unwritten'],
  },
  'get /activity/connection': {
    who: 'staff',
    summary: 'Whether the LMS could read our keys; may ask it.',
    perMinute: 20,
    answer: json<ConnectionAnswer>('ConnectionAnswer'),
  },
  'post /activity/grades/:gradeId/resend': {
    who: 'staff',
    summary: 'Sends a grade again.',
    perMinute: 120,
    answer: json<ResendAnswer>('ResendAnswer'),
    refusals: ['request.not-found', 'attempt.invalid'],
  },
  'post /activity/grade-kind': {
    who: 'staff',
    summary: 'Changes what the gradebook gets, for everybody.',
    // Reads every graded attempt of the activity.
    perMinute: 10,
    body: GradeKindRequest,
    answer: json<GradeKindAnswer>('GradeKindAnswer'),
  },
  // These two call the LMS.
  'get /activity/columns': {
    who: 'staff',
    summary: 'The gradebook columns of the activity, if its launches name none.',
    perMinute: 20,
    answer: json<ColumnsAnswer>('ColumnsAnswer'),
    refusals: ['request.not-found'],
  },
  'post /activity/columns': {
    who: 'staff',
    summary: 'Chooses the column that grades of the activity go to.',
    // Reads every graded attempt of the activity.
    perMinute: 10,
    body: ColumnRequest,
    answer: json<ColumnAnswer>('ColumnAnswer'),
    refusals: ['request.not-found'],
  },
  'get /activity/groups': {
    who: 'staff',
    summary: 'Groups that staff may give exceptions to, and what they have.',
    answer: json<GroupExceptionsAnswer>('GroupExceptionsAnswer'),
  },
  'post /activity/groups': {
    who: 'staff',
    summary: 'Replaces the exceptions of a group; none at all removes them.',
    perMinute: 120,
    body: GroupExceptionRequest,
    answer: json<GroupExceptionAnswer>('GroupExceptionAnswer'),
    refusals: ['request.not-found', 'person.changed'],
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
    refusals: ['request.not-found', 'audit.unwritten'],
  },
  // Resumed often if the connection is unstable.
  'get /activity/statements': {
    who: 'staff',
    summary: 'The xAPI statements of the activity, one a line.',
    query: StatementsQuery,
    perMinute: 20,
    answer: file('application/jsonl'),
    refusals: [
      'request.not-found',
      'export.days-reversed',
      'person.unknown',
      'attempt.unknown',
      'audit.unwritten',
    ],
  },
  // Reads a whole activity.
  'get /activity/items': {
    who: 'staff',
    summary: 'How the items of the activity work.',
    perMinute: 10,
    answer: json<ItemsAnswer>('ItemsAnswer'),
  },
} as const satisfies Routes;
