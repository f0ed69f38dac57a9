/** Playing, choosing an activity and the own report. */
import { noBackground } from '../../../../server/contract/background.ts';
import { play, readers, readsOwner } from './actors.ts';
import type { RouteCase } from './walk.ts';

const action = { actionSeq: 1, tMs: 5, clientAt: 1, sceneId: null, action: { app: 'frame', type: 'resume' } };
const comfort = { 'text-size': '200', contrast: 'high', motion: 'off', voice: 'on', 'voice-pace': 'slow' };
const start = { noticeVersion: '5.0', language: 'fr', number: 1 };

export const routesOfLearners: readonly RouteCase[] = [
  { route: 'get /attempt', path: () => '/api/attempt', allowed: play, seesOwner: ['owner'] },
  { route: 'post /attempts', path: () => '/api/attempts', body: start, allowed: play, seesOwner: ['owner'] },
  {
    route: 'get /research',
    path: () => '/api/research',
    allowed: play.filter((actor) => actor !== 'the owner trying out'),
    seesOwner: [],
  },
  {
    route: 'post /research',
    path: () => '/api/research',
    body: { version: '1.0', language: 'fr', answer: 'withdrawn', future: false },
    allowed: play.filter((actor) => actor !== 'the owner trying out'),
    seesOwner: [],
  },
  {
    route: 'get /background',
    path: () => '/api/background',
    allowed: play.filter((actor) => actor !== 'the owner trying out'),
    seesOwner: [],
  },
  {
    route: 'post /background',
    path: () => '/api/background',
    body: { answers: noBackground },
    allowed: play.filter((actor) => actor !== 'the owner trying out'),
    seesOwner: [],
  },
  { route: 'get /notice', path: () => '/api/notice', allowed: play, seesOwner: [] },
  {
    route: 'post /attempts/:attemptId/notice',
    path: (of) => `/api/attempts/${of.attemptId}/notice`,
    body: { noticeVersion: '5.0' },
    allowed: ['owner'],
    seesOwner: ['owner'],
  },
  {
    route: 'post /attempts/:attemptId/open',
    path: (of) => `/api/attempts/${of.attemptId}/open`,
    body: { writer: 'own-page', tMs: 1 },
    allowed: ['owner'],
    seesOwner: ['owner'],
  },
  {
    route: 'get /attempts/:attemptId/scenes/:sceneId',
    path: (of) => `/api/attempts/${of.attemptId}/scenes/1`,
    allowed: ['owner'],
    seesOwner: ['owner'],
  },
  {
    route: 'get /attempts/:attemptId/week',
    path: (of) => `/api/attempts/${of.attemptId}/week`,
    allowed: ['owner'],
    seesOwner: ['owner'],
  },
  {
    route: 'post /attempts/:attemptId/actions',
    path: (of) => `/api/attempts/${of.attemptId}/actions`,
    body: { contractVersion: 1, epoch: 1, actions: [action], stateHash: null },
    allowed: ['owner'],
    seesOwner: ['owner'],
  },
  {
    route: 'post /comfort',
    path: () => '/api/comfort',
    body: { settings: comfort, revision: 0 },
    allowed: play.filter((actor) => actor !== 'the owner trying out'),
    seesOwner: [],
  },
  { route: 'post /window', path: () => '/api/window', allowed: play, seesOwner: [] },
  {
    route: 'get /select',
    path: () => '/api/select',
    allowed: ['staff who choose an activity'],
    seesOwner: [],
  },
  {
    route: 'get /select/connection',
    path: () => '/api/select/connection',
    allowed: ['staff who choose an activity'],
    seesOwner: [],
  },
  {
    route: 'post /select',
    path: () => '/api/select',
    body: { cancel: true },
    allowed: ['staff who choose an activity'],
    seesOwner: [],
  },
  { route: 'get /report', path: () => '/api/report', allowed: readers, seesOwner: readsOwner },
  {
    route: 'get /report/:attemptId',
    path: (of) => `/api/report/${of.earlierId}`,
    allowed: readsOwner,
    seesOwner: readsOwner,
  },
  {
    route: 'get /report/:attemptId',
    path: (of) => `/api/report/${of.attemptId}`,
    allowed: readsOwner,
    seesOwner: readsOwner,
  },
  {
    route: 'post /report/:attemptId/review-request',
    path: (of) => `/api/report/${of.earlierId}/review-request`,
    body: { text: '' },
    allowed: readsOwner,
    seesOwner: readsOwner,
  },
];
