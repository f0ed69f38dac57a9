import { AppError } from '../base/errors.ts';
import type {
  LearnerReport,
  ListedAttempt,
  ReportAnswer,
  ReportAttempt,
  RequestView,
} from '../contract/report.ts';
import { findCounting } from '../attempts/counting.ts';
import { pageOf } from '../launches/page-url.ts';
import type { AttemptServices } from '../attempts/services.ts';
import { isCounting } from '../storage/is-counting.ts';
import { isOver } from '../storage/is-over.ts';
import type { Attempt, AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { Launch } from '../storage/ports/launches.ts';
import { findScenePlayed, wordsOf } from '../content/find-scene.ts';
import { nameActivity } from './activity-name.ts';
import { composeReport, type ResultSource } from './compose-report.ts';
import { viewLevels } from './levels.ts';
import { listResources } from './resource-list.ts';
import { endOf, resultSource } from './result-source.ts';
import { askForReview, findRequestView } from './review-requests.ts';
import { tellAttempt } from './tell-attempt.ts';

type Services = Pick<AttemptServices, 'storage' | 'content' | 'secrets'>;

const listedAttempts = 100;

type Reader = Pick<Attempt, 'organisationId' | 'resourceLinkId' | 'personId' | 'practice'>;

/** @throws AppError session.forbidden if not a learner; attempt.unknown if not theirs */
export async function getReport(
  services: Services,
  launch: Launch,
  attemptId: string | null,
): Promise<ReportAnswer> {
  const reader = readerOf(launch);
  const attempts = await listAttempts(services, reader);
  const wanted = attemptId === null ? attempts[0] : attempts.find(({ attempt }) => attempt.id === attemptId);
  if (wanted === undefined && attemptId !== null) throw new AppError('attempt.unknown');
  const organisation = await services.storage.organisations.find(reader.organisationId);
  if (organisation === undefined) throw new AppError('attempt.unknown');
  return {
    report: wanted === undefined ? null : await reportOf(services, wanted, attempts),
    attempts: await Promise.all(attempts.map((one) => listAttempt(services, one))),
    timeZone: organisation.timeZone,
  };
}

/** @throws AppError session.forbidden, also in practice, because nobody could answer; attempt.unknown, attempt.not-over */
export async function requestReview(
  services: Services & Pick<AttemptServices, 'clock' | 'randomId'>,
  launch: Launch,
  attemptId: string,
  text: string,
): Promise<RequestView> {
  const reader = readerOf(launch);
  if (reader.practice) throw new AppError('session.forbidden');
  const found = await services.storage.attempts.find(reader.organisationId, attemptId);
  if (found === undefined || !isOwn(found, reader)) throw new AppError('attempt.unknown');
  if (!isOver(found.progress)) throw new AppError('attempt.not-over');
  const { organisationId, personId, resourceLinkId } = reader;
  return askForReview(services, { organisationId, personId, resourceLinkId, attemptId }, text);
}

function readerOf(launch: Launch): Reader {
  const { organisationId, resourceLinkId, personId, role } = launch;
  const page = pageOf(launch);
  const isReader = page === 'play' || (page === 'review' && role === 'learner');
  if (!isReader || resourceLinkId === null || personId === null) throw new AppError('session.forbidden');
  return { organisationId, resourceLinkId, personId, practice: page === 'play' && launch.practice };
}

function isOwn({ attempt }: AttemptWithProgress, reader: Reader): boolean {
  const { personId, resourceLinkId, practice } = reader;
  return (
    attempt.personId === personId &&
    attempt.resourceLinkId === resourceLinkId &&
    attempt.practice === practice
  );
}

/** Newest first. In practice only the latest. */
async function listAttempts(
  { storage: { attempts } }: Services,
  { organisationId, personId, resourceLinkId, practice }: Reader,
): Promise<readonly AttemptWithProgress[]> {
  if (!practice) {
    return attempts.listByPerson(organisationId, personId, resourceLinkId, { limit: listedAttempts });
  }
  const latest = await attempts.findLatest(organisationId, personId, resourceLinkId, true);
  return latest === undefined ? [] : [latest];
}

async function reportOf(
  services: Services,
  found: AttemptWithProgress,
  attempts: readonly AttemptWithProgress[],
): Promise<LearnerReport> {
  const { content } = services;
  const { attempt, progress } = found;
  const composed = composeReport({
    ...resultSource(content, found, levelBefore(content, found, attempts)),
    told: await tellAttempt(services, found),
    resources: (await listResources(services, attempt.organisationId)).resources,
  });
  return {
    ...composed,
    activity: await nameActivity(services, attempt),
    attempt: summarise(found),
    practice: attempt.practice,
    counting: attempt.practice ? null : findCounting(attempts),
    scenes: progress.scenes.map((scene) => {
      const played = findScenePlayed(content, scene, attempt.seed);
      const title = played === undefined ? null : wordsOf(played.texts, played.world.title);
      return { sceneId: scene.sceneId, title, status: scene.status };
    }),
    request: await findRequestView(services, {
      organisationId: attempt.organisationId,
      attemptId: attempt.id,
      personId: attempt.personId,
    }),
  };
}

async function listAttempt(
  { storage }: Pick<Services, 'storage'>,
  one: AttemptWithProgress,
): Promise<ListedAttempt> {
  const { organisationId, id } = one.attempt;
  const [latest] = await storage.reviewRequests.listByAttempt(organisationId, id, { limit: 1 });
  return { ...summarise(one), isAnswered: latest !== undefined && latest.answeredAt !== null };
}

function summarise({ attempt, progress }: AttemptWithProgress): ReportAttempt {
  const { id, number, createdAt } = attempt;
  return { id, number, status: progress.status, startedAt: createdAt };
}

function levelBefore(
  content: Services['content'],
  { attempt }: AttemptWithProgress,
  attempts: readonly AttemptWithProgress[],
): ResultSource['before'] {
  const earlier = attempts
    .filter((one) => one.attempt.number < attempt.number && isOver(one.progress))
    .filter(({ progress }) => isCounting(progress))
    .find((one) => viewLevels(content, one) !== null);
  const measure = earlier?.progress.measure;
  return measure === undefined || measure === null || earlier === undefined
    ? null
    : { overall: measure.overall, endedAt: endOf(earlier) };
}
