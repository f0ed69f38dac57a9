import { CopyQuery, EraseRequest, type OwnDataAnswer } from '../../../contract/own-data.ts';
import { kilobyte } from '../../bodies.ts';
import { file, json, nothing, type Routes } from './route.ts';

/** One for each opening of the page. */
const looksPerMinute = 20;

/** One press. */
const erasuresPerMinute = 5;

/** Each acts on whoever launched. Refused to whoever tries out: nothing of theirs is kept. */
export const ownDataRoutes = {
  'get /own-data': {
    who: 'learner',
    summary: 'What is kept about the person, in words. Refused to whoever tries out.',
    perMinute: looksPerMinute,
    answer: json<OwnDataAnswer>('OwnDataAnswer'),
    refusals: ['person.unknown', 'attempt.too-fast'],
  },
  'get /own-data/copy': {
    who: 'learner',
    summary: 'All that is stored about the person, as JSON or as a page. Refused to whoever tries out.',
    query: CopyQuery,
    answer: file('application/json, text/html'),
    isCompressed: true,
    refusals: ['person.unknown', 'attempt.too-fast'],
  },
  'post /own-data/erase': {
    who: 'learner',
    summary: 'Erases everything about the person, and ends their sessions. Refused to whoever tries out.',
    body: EraseRequest,
    bodyLimit: kilobyte,
    perMinute: erasuresPerMinute,
    answer: nothing,
    refusals: ['person.unknown'],
  },
} as const satisfies Routes;
