import { type SelectAnswer, type SelectReply, SelectRequest } from '../../../contract/select.ts';
import type { ConnectionAnswer } from '../../../contract/connection.ts';
import { kilobyte } from '../../bodies.ts';
import { json, type Routes } from './route.ts';

export const selectRoutes = {
  'get /select': {
    who: 'selector',
    summary: 'What there is to choose from, and what the platform takes.',
    answer: json<SelectAnswer>('SelectAnswer'),
    refusals: ['selection.return-refused'],
  },
  'get /select/connection': {
    who: 'selector',
    summary: 'Whether the LMS could read our keys; may ask it.',
    perMinute: 20,
    answer: json<ConnectionAnswer>('ConnectionAnswer'),
  },
  'post /select': {
    who: 'selector',
    summary: 'The signed answer to the platform, with what was chosen or with nothing.',
    body: SelectRequest,
    // Twenty choices of forty scenes.
    bodyLimit: 128 * kilobyte,
    answer: json<SelectReply>('SelectReply'),
    refusals: ['selection.return-refused', 'selection.not-accepted', 'activity.content-unknown'],
  },
} as const satisfies Routes;
