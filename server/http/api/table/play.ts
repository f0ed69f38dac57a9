import { type BackgroundAnswer, BackgroundRequest } from '../../../contract/background.ts';
import { type ComfortAnswer, ComfortRequest } from '../../../contract/comfort.ts';
import type { NoticeAnswer } from '../../../contract/notice.ts';
import { ActRequest, NoticeRequest, OpenRequest, StartRequest } from '../../../contract/play.ts';
import type {
  ActAnswer,
  AttemptAnswer,
  AttemptView,
  SceneAnswer,
  WeekAnswer,
} from '../../../contract/play.ts';
import { type ResearchAnswer, ResearchRequest } from '../../../contract/research.ts';
import type { WindowAnswer } from '../../../contract/session.ts';
import { kilobyte } from '../../bodies.ts';
import { json, type Routes } from './route.ts';

/** Each reads a log. A page asks when a scene opens, and to rebuild it. */
const readsPerMinute = 120;

/** One for each press. */
const windowsPerMinute = 20;

/** One for each press. */
const answersPerMinute = 20;

/** Arrow keys make some dozens. */
const comfortPerMinute = 120;

export const playRoutes = {
  // First, because nearly every request is one of these.
  'post /attempts/:attemptId/actions': {
    who: 'learner',
    summary: 'Stores a batch of actions. A repeat is harmless.',
    body: ActRequest,
    // The client sends at most 256,000 bytes.
    bodyLimit: 300 * kilobyte,
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
      'scene.full',
      'attempt.too-fast',
      'offer.not-due',
      'attempt.backlog',
      'server.backlog',
    ],
  },
  'get /attempt': {
    who: 'learner',
    summary: "The learner's latest attempt in the activity.",
    answer: json<AttemptAnswer>('AttemptAnswer'),
    refusals: ['attempt.unknown', 'attempt.busy', 'activity.content-unknown', 'activity.needs-unmet'],
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
  'get /notice': {
    who: 'learner',
    summary: 'The whole notice of the study.',
    answer: json<NoticeAnswer>('NoticeAnswer'),
  },
  'post /attempts/:attemptId/notice': {
    who: 'learner',
    summary: 'Accepts a notice that changed since the attempt began. A repeat is harmless.',
    body: NoticeRequest,
    answer: json<AttemptView>('AttemptView'),
    refusals: ['notice.outdated', 'attempt.unknown', 'attempt.busy', 'server.backlog'],
  },
  'get /research': {
    who: 'learner',
    summary:
      'The question about research, the own answer and its date, and other studies agreed to. Refused to whoever tries out.',
    answer: json<ResearchAnswer>('ResearchAnswer'),
  },
  'post /research': {
    who: 'learner',
    summary:
      'Answers the question about research, once the notice is accepted, or changes the answer; withdraws from another study. A repeat is harmless.',
    body: ResearchRequest,
    bodyLimit: kilobyte,
    perMinute: answersPerMinute,
    answer: json<ResearchAnswer>('ResearchAnswer'),
    refusals: ['notice.outdated', 'attempt.busy'],
  },
  'get /background': {
    who: 'learner',
    summary:
      'The background questions, whether the person is asked, and the own answers. One length for everybody.',
    perMinute: readsPerMinute,
    answer: json<BackgroundAnswer>('BackgroundAnswer'),
  },
  'post /background': {
    who: 'learner',
    summary: 'Replaces all answers to the background questions. Whoever is not asked can only remove them.',
    body: BackgroundRequest,
    bodyLimit: kilobyte,
    perMinute: answersPerMinute,
    answer: json<BackgroundAnswer>('BackgroundAnswer'),
    refusals: ['attempt.busy'],
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
    perMinute: readsPerMinute,
    answer: json<WeekAnswer>('WeekAnswer'),
    refusals: ['attempt.unknown'],
  },
  'get /attempts/:attemptId/scenes/:sceneId': {
    who: 'learner',
    summary: 'Starts the scene if it waits, and answers what is needed to show it.',
    perMinute: readsPerMinute,
    answer: json<SceneAnswer>('SceneAnswer'),
    isCompressed: true,
    refusals: ['attempt.unknown', 'attempt.busy', 'attempt.too-fast', 'scene.unknown', 'scene.not-open'],
  },
  'post /comfort': {
    who: 'learner',
    summary: 'Keeps comfort settings with the person, unless newer ones are stored. Refused in a preview.',
    body: ComfortRequest,
    bodyLimit: kilobyte,
    perMinute: comfortPerMinute,
    answer: json<ComfortAnswer>('ComfortAnswer'),
  },
  'post /window': {
    who: 'learner',
    summary: 'A one-time code with which another window goes on with the same launch.',
    perMinute: windowsPerMinute,
    answer: json<WindowAnswer>('WindowAnswer'),
  },
} as const satisfies Routes;
