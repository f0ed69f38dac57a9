/** The learner gets a review without answers, staff one with evidence. */
import type { ItemResult } from '../../scenarios/kit/log.ts';
import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { AttemptServices } from '../attempts/services.ts';
import type {
  AttemptReview,
  AttemptSummary,
  OwnReview,
  ReviewAnswer,
  StaffReview,
} from '../contract/review.ts';
import { isOver } from '../storage/is-over.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import { AppError } from '../base/errors.ts';
import { nameActivity } from './activity-name.ts';
import { compareAttempts, viewSetAside } from './compare-attempts.ts';
import { countScenesNeeded, viewLevels } from './levels.ts';
import { addResources } from './next-steps.ts';
import { listResources } from './resource-list.ts';
import { nameOwnForm } from './own-form.ts';
import { listRequests } from './staff/list-requests.ts';
import { readNote } from './staff/notes.ts';
import { getReviewedAttempt, type ReviewScope } from './review-access.ts';
import { digestLog, type LogDigest } from './review-log.ts';
import { reviewScene, summariseScene } from './scene-review.ts';
import { tellAttempt } from './tell-attempt.ts';

type Services = Pick<AttemptServices, 'storage' | 'content' | 'secrets'>;

type Link = Parameters<typeof nameOwnForm>[2];

const listedAttempts = 100;
/** As many as the actions for a person name. */
const listedWithRequests = 20;

/** @throws AppError session.forbidden, also if staff don't come from a review: they must name an attempt */
export async function getReview(services: Services, scope: ReviewScope): Promise<ReviewAnswer> {
  const { organisationId, resourceLinkId, personId, view } = scope;
  if (personId === undefined) throw new AppError('session.forbidden');
  const found =
    personId === null
      ? []
      : await services.storage.attempts.listByPerson(organisationId, personId, resourceLinkId, {
          limit: listedAttempts,
        });
  const [latest] = found;
  const link = await services.storage.resourceLinks.find(organisationId, resourceLinkId);
  return {
    view,
    isOtherGroup: scope.isOtherGroup,
    attempts: found.map((one) => summarise(services.content, one, link)),
    latest: latest === undefined ? null : await reviewAttempt(services, latest, view),
    timeZone: await getTimeZone(services, organisationId),
  };
}

/** @throws AppError attempt.unknown, person.other-group */
export async function getAttemptReview(
  services: Services,
  scope: ReviewScope,
  attemptId: string,
): Promise<AttemptReview> {
  const found = await getReviewedAttempt(services.storage.attempts, scope, attemptId);
  return reviewAttempt(services, found, scope.view);
}

async function reviewAttempt(
  services: Services,
  found: AttemptWithProgress,
  view: 'staff' | 'own',
): Promise<AttemptReview> {
  const { storage, content } = services;
  const { attempt, progress } = found;
  const digest = await digestLog(storage.attempts, found);
  const link = await storage.resourceLinks.find(attempt.organisationId, attempt.resourceLinkId);
  const head = {
    attempt: summarise(content, found, link),
    timeZone: await getTimeZone(services, attempt.organisationId),
    language: progress.language,
    activeMs: [...digest.activeMs.values()].reduce((sum, ms) => sum + ms, 0),
    scenesNeeded: countScenesNeeded(content, found),
  };
  const about = { digest, seed: attempt.seed };
  if (view === 'own') {
    const scenes = progress.scenes.map((scene) => summariseScene(content, scene, about));
    return { ...head, view, scenes, dimensions: dimensionsShown(digest) };
  }
  return { ...head, view, ...(await viewForStaff(services, found, { digest, link })) };
}

type ForStaff = Omit<StaffReview, keyof OwnReview> & Pick<StaffReview, 'scenes'>;

async function viewForStaff(
  services: Services,
  found: AttemptWithProgress,
  { digest, link }: { readonly digest: LogDigest; readonly link: Link },
): Promise<ForStaff> {
  const { storage, content } = services;
  const { attempt, progress } = found;
  const { organisationId, personId, resourceLinkId } = attempt;
  const [activity, attempts, resources, note, told] = await Promise.all([
    nameActivity(services, attempt),
    storage.attempts.listByPerson(organisationId, personId, resourceLinkId, { limit: listedAttempts }),
    listResources({ storage, content }, organisationId),
    readNote(services, attempt, 'level'),
    tellAttempt(services, found),
  ]);
  const requests = await listRequests(services, attempt, attempts.slice(0, listedWithRequests));
  return {
    activity,
    requests: requests.filter(({ answeredAt }) => answeredAt === null),
    personId,
    setAside: viewSetAside(found),
    heldFor: progress.heldFor,
    levels: viewLevels(content, found),
    levelNote: note.text,
    adaptations: progress.adaptations,
    strengths: told.strengths,
    shown: told.shown,
    talkingPoints: told.talkingPoints,
    nextSteps: addResources(told.nextSteps, resources.resources, told.tags),
    attempts: compareAttempts(content, attempts, (one) => summarise(content, one, link)),
    helperOffer: progress.helperOffer === 'due' ? null : progress.helperOffer,
    scenes: progress.scenes.map((scene) => reviewScene(content, scene, { digest, seed: attempt.seed })),
  };
}

function summarise(content: Services['content'], found: AttemptWithProgress, link: Link): AttemptSummary {
  const { attempt, progress } = found;
  return {
    id: attempt.id,
    number: attempt.number,
    status: progress.status,
    startedAt: attempt.createdAt,
    endedAt: isOver(progress) ? (progress.endedAt ?? progress.lastAt) : null,
    ownForm: nameOwnForm(content, attempt, link),
    score: viewLevels(content, found) === null ? null : progress.score,
  };
}

/** Shows sums per dimension, which give no answer away. */
function dimensionsShown(digest: LogDigest): OwnReview['dimensions'] {
  const byDimension = new Map<Dimension, ItemResult[]>();
  for (const { result } of digest.ended.values()) {
    for (const item of result?.items ?? []) {
      if (item.skipped) continue;
      byDimension.set(item.dimension, [...(byDimension.get(item.dimension) ?? []), item]);
    }
  }
  return [...byDimension].map(([dimension, items]) => {
    const isNone = items.every(({ points }) => points === 0);
    const isAll = items.every(({ points, max }) => points === max);
    return { dimension, shown: isNone ? 'none' : isAll ? 'all' : 'part' };
  });
}

async function getTimeZone({ storage }: Pick<Services, 'storage'>, organisationId: string): Promise<string> {
  const organisation = await storage.organisations.find(organisationId);
  if (organisation === undefined) throw new AppError('attempt.unknown');
  return organisation.timeZone;
}
