/** What the built game asks of a server, answered for one play in memory: no LMS, no database, no statement. */
import { type Request, Router } from 'express';
import { AppError } from '../base/errors.ts';
import { type ComfortAnswer, ComfortRequest } from '../contract/comfort.ts';
import { ActRequest, type AttemptAnswer, OpenRequest, type WeekAnswer } from '../contract/play.ts';
import {
  contractVersion,
  RefreshRequest,
  type SessionAnswer,
  SessionRequest,
  type WindowAnswer,
} from '../contract/session.ts';
import type { ResearchAnswer } from '../contract/research.ts';
import { noFacts } from '../contract/study-facts.ts';
import { readJson } from '../http/bodies.ts';
import { parseBody } from '../http/parse.ts';
import { noticeOf } from '../studies/texts-of-study.ts';
import type { PreviewPlay } from './preview-play.ts';
import type { Plays } from './plays.ts';

const bodyBytes = 300 * 1024;
const sessionSeconds = 24 * 60 * 60;

export function createGameRouter(plays: Plays): Router {
  const router = Router();
  router.use(readJson(bodyBytes));
  const enter = (id: string): SessionAnswer => sessionOf(plays.find(id));
  router.post('/session', (request, response) => {
    response.json(enter(parseBody(SessionRequest, request.body).code));
  });
  router.post('/session/refresh', (request, response) => {
    response.json(enter(parseBody(RefreshRequest, request.body).refreshToken));
  });
  router.delete('/session', (_request, response) => {
    response.json(null);
  });
  router.get('/attempt', (request, response) => {
    const attempt = playOf(plays, request).view();
    const noticed = { noticeVersion: '', noticeIsNew: false, asksResearch: false };
    const answer: AttemptAnswer = { attempt, ...noticed, mayBeginAnother: false, withHelper: false };
    response.json(answer);
  });
  router.get('/research', (_request, response) => {
    const answer: ResearchAnswer = {
      question: null,
      answer: null,
      future: false,
      answered: null,
      mayAnswer: false,
      earlier: [],
      others: [],
      padding: '',
    };
    response.json(answer);
  });
  router.get('/notice', (_request, response) => {
    response.json(noticeOf({ facts: noFacts, noticeVersion: 0 }));
  });
  router.post('/attempts/:attempt/open', (request, response) => {
    response.json(playOf(plays, request).open(parseBody(OpenRequest, request.body).writer));
  });
  router.get('/attempts/:attempt/scenes/:scene', (request, response) => {
    response.json(playOf(plays, request).sceneAnswer());
  });
  router.post('/attempts/:attempt/actions', (request, response) => {
    response.json(playOf(plays, request).act(parseBody(ActRequest, request.body)));
  });
  router.get('/attempts/:attempt/week', (_request, response) => {
    const week: WeekAnswer = { scenes: [], goesOn: false };
    response.json(week);
  });
  router.post('/window', (request, response) => {
    const answer: WindowAnswer = { code: playOf(plays, request).id };
    response.json(answer);
  });
  router.post('/comfort', (request, response) => {
    const { settings, revision } = parseBody(ComfortRequest, request.body);
    const answer: ComfortAnswer = { settings, revision: revision + 1, isStored: true };
    response.json(answer);
  });
  return router;
}

function sessionOf(play: PreviewPlay | undefined): SessionAnswer {
  if (play === undefined) throw new AppError('session.expired');
  return {
    accessToken: play.id,
    refreshToken: play.id,
    expiresInS: sessionSeconds,
    contractVersion,
    personMark: play.id,
    page: 'play',
    practice: false,
    testUser: false,
    resizesFrame: false,
    language: play.language,
    returnUrl: null,
  };
}

function playOf(plays: Plays, request: Request): PreviewPlay {
  const [, token = ''] = /^Bearer ([\w-]{1,64})$/.exec(request.headers.authorization ?? '') ?? [];
  const play = plays.find(token);
  if (play === undefined) throw new AppError('session.expired');
  return play;
}
