import { Router } from 'express';
import type { Request, Response } from 'express';
import { ensureGrade, findGrade, toGradeEntry } from './gradebook.ts';
import { findItemOrRefuse } from './line-items.ts';
import { SCOPE } from './lti-names.ts';
import { isAccepted, isSentAs, MEDIA } from './media-types.ts';
import { sendErrorPage } from './pages/error-page.ts';
import { findPerson } from './people-and-courses.ts';
import { getTool } from './platform.ts';
import type { Platform } from './platform.ts';
import { toSubject } from './profiles.ts';
import { applyScore, isOutdated, parseScore } from './scores.ts';
import type { Score } from './scores.ts';
import { isAuthorised } from './service-guard.ts';
import { refuse, refuseScore } from './service-refusal.ts';
import type { Grade, LineItem } from './stored-state.ts';
import { readField } from './text-field.ts';

const NO_HANDLER = 'No handler found for this request';

function storeScore(platform: Platform, item: LineItem, score: Score): void {
  const grade = ensureGrade(platform.store, item.id, score.userId);
  const how = { receivedAtMs: platform.clock().getTime(), rules: platform.profile.scores };
  Object.assign(grade, applyScore(item, grade, score, how));
  platform.store.commit();
}

function receiveScore(platform: Platform, item: LineItem, request: Request, response: Response): void {
  const { profile, addresses } = platform;
  const rules = profile.scores;
  const text: string = typeof request.body === 'string' ? request.body : '';
  const parsed = parseScore(text, { profile, publicUrl: addresses.publicUrl });
  if (parsed.kind === 'crash') {
    response.status(502).type('text/html').send('<h1>502 Bad Gateway</h1>');
    return;
  }
  // Only enrolled learners have grades; all others get the same refusal.
  if (parsed.kind === 'bad' || findPerson(parsed.score.userId)?.role !== 'learner') {
    refuseScore(response, rules.ungradable, `Incorrect score received ${text}`);
    return;
  }
  const { score } = parsed;
  const existing = findGrade(platform.store, item.id, score.userId);
  if (isOutdated(item, existing, score, rules.outdated)) {
    refuseScore(response, rules.outdated.status, 'Refusing score with an earlier timestamp for item');
  } else if (existing?.locked === true) {
    refuseScore(response, rules.locked.status, 'The grade is locked', rules.locked.body);
  } else {
    storeScore(platform, item, score);
    if (platform.faults.takeCut()) request.socket.destroy();
    else response.status(rules.stored).type(MEDIA.score).send('');
  }
}

function postScore(platform: Platform, request: Request, response: Response): void {
  if (!isSentAs(request.get('content-type'), MEDIA.score)) {
    refuse(request, response, 400, NO_HANDLER);
    return;
  }
  if (!isAuthorised(platform, [SCOPE.score], request, response)) return;
  const item = findItemOrRefuse(platform, request, response);
  if (item !== undefined) receiveScore(platform, item, request, response);
}

function toResult(platform: Platform, item: LineItem, grade: Grade): Readonly<Record<string, unknown>> {
  const { deploymentId } = getTool(platform);
  const entry = toGradeEntry(item, grade);
  const results = platform.addresses.results(item.courseId, item.id, deploymentId);
  const subject = toSubject(platform.profile, platform.addresses.publicUrl, grade.userId);
  return {
    id: `${results}&user_id=${encodeURIComponent(subject)}`,
    userId: subject,
    ...(entry.points === null ? {} : { resultScore: entry.points }),
    resultMaximum: item.scoreMaximum,
    ...(entry.comment === '' ? {} : { comment: entry.comment }),
    scoreOf: platform.addresses.lineItem(item.courseId, item.id, deploymentId),
    ...(entry.receivedAt === null ? {} : { timestamp: entry.receivedAt.replace(/\.\d+Z$/, '+00:00') }),
  };
}

function listResults(platform: Platform, request: Request, response: Response): void {
  if (!isAccepted(request.get('accept'), MEDIA.results)) {
    refuse(request, response, 400, NO_HANDLER);
    return;
  }
  if (!isAuthorised(platform, [SCOPE.resultReadOnly], request, response)) return;
  const item = findItemOrRefuse(platform, request, response);
  if (item === undefined) return;
  // Paging of results is broken in Moodle.
  if (request.query.limit !== undefined) {
    sendErrorPage(request, response, 404, 'limit');
    return;
  }
  const { profile, addresses } = platform;
  const named = profile.resultsInPath ? request.params.userId : readField(request.query, 'user_id');
  const grades = platform.store.state.grades.filter(
    (grade) =>
      grade.itemId === item.id &&
      (grade.receivedAtMs !== null || grade.override !== null) &&
      (named === undefined || toSubject(profile, addresses.publicUrl, grade.userId) === named),
  );
  const results = grades.map((grade) => toResult(platform, item, grade));
  response.type(MEDIA.results).send(JSON.stringify(results));
}

export function createScoreRoutes(platform: Platform): Router {
  const router = Router();
  const item = '/:courseId/lineitems/:itemId/lineitem';
  router.post(`${item}/scores`, (request, response) => {
    postScore(platform, request, response);
  });
  router.get(`${item}/scores`, (request, response) => {
    refuse(request, response, 405, 'Method Not Allowed');
  });
  router.get(`${item}/results`, (request, response) => {
    listResults(platform, request, response);
  });
  router.get(`${item}/results/:userId`, (request, response, next) => {
    if (platform.profile.resultsInPath) listResults(platform, request, response);
    else next();
  });
  return router;
}
