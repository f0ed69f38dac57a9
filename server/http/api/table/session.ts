import { LeaveQuery, RefreshRequest, type SessionAnswer, SessionRequest } from '../../../contract/session.ts';
import { kilobyte } from '../../bodies.ts';
import { json, nothing, type Routes } from './route.ts';

/** The code or the refresh token is the secret. */
export const sessionRoutes = {
  'post /session': {
    who: 'anyone',
    summary: 'Trades the one-time code of a launch for tokens.',
    body: SessionRequest,
    bodyLimit: kilobyte,
    answer: json<SessionAnswer>('SessionAnswer'),
    refusals: ['session.expired', 'request.too-many'],
  },
  'post /session/refresh': {
    who: 'anyone',
    summary: 'Trades a refresh token for the next pair of tokens.',
    body: RefreshRequest,
    bodyLimit: kilobyte,
    answer: json<SessionAnswer>('SessionAnswer'),
    refusals: ['session.expired', 'request.too-many'],
  },
  'delete /session': {
    who: 'anyone',
    summary: 'Ends the session of the bearer, also if it just expired, and of other windows of its launch.',
    query: LeaveQuery,
    answer: nothing,
    refusals: ['request.too-many'],
  },
} as const satisfies Routes;
