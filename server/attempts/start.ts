import type { Content } from '../content/load.ts';
import type { AttemptAnswer, AttemptView } from '../contract/play.ts';
import { AppError } from '../base/errors.ts';
import type { Language } from '../../scenarios/world/base.ts';
import { isOver } from '../storage/is-over.ts';
import { findTold, versionOfNotice } from '../studies/texts-of-study.ts';
import type { Attempt, AttemptProgress } from '../storage/ports/attempts.ts';
import type { PlayerLaunch, AttemptServices } from './services.ts';
import { choosePlan, type Plan } from './plan.ts';
import { findOwnSettings, mayStartAttempt, type OwnSettings, planSettings } from './own-settings.ts';
import { chooseNextScene } from './choose-next-scene.ts';
import { findOwnTold, isNoticeNew } from './notice.ts';
import { checkGate, isResearchDue, researchOfNew } from './research.ts';
import { drawSeed } from './draw-seed.ts';
import { viewAttempt } from './view.ts';
import { beginTransaction } from './transaction.ts';

/**
 * Finds the latest attempt.
 * @throws AppError activity.content-unknown, activity.needs-unmet if there is none and none could start:
 * shown before the notice; attempt.busy
 */
export async function findAttempt(services: AttemptServices, launch: PlayerLaunch): Promise<AttemptAnswer> {
  const latest = await services.storage.attempts.findLatest(
    launch.organisationId,
    launch.personId,
    launch.resourceLinkId,
    launch.practice,
  );
  const [personal, told] = await Promise.all([
    findOwnSettings(services.storage, launch),
    findOwnTold(services, launch, latest),
  ]);
  if (latest === undefined) planFor(services.content, launch, personal);
  return {
    attempt: latest === undefined ? null : await viewAttempt(services, latest.attempt, latest.progress),
    noticeVersion: versionOfNotice(told),
    asksResearch: await isResearchDue(services, launch, latest),
    noticeIsNew: latest !== undefined && isNoticeNew(latest, told),
    mayBeginAnother: mayStartAttempt(launch, personal, (latest?.attempt.number ?? 0) + 1),
    withHelper: personal?.withHelper ?? false,
  };
}

/**
 * Returns the latest attempt instead if its number is `number` or higher, so it is idempotent.
 * @throws AppError notice.outdated, activity.content-unknown, activity.needs-unmet, attempt.none-left;
 * attempt.out-of-order if an earlier one is open or `number` leaves a gap
 */
export async function startAttempt(
  services: AttemptServices,
  launch: PlayerLaunch,
  request: { noticeVersion: string; language: Language; number: number },
): Promise<AttemptView> {
  const { noticeVersion } = request;
  const { organisationId, personId, resourceLinkId, practice } = launch;
  const latest = await services.storage.attempts.findLatest(
    organisationId,
    personId,
    resourceLinkId,
    practice,
  );
  const lastNumber = latest?.attempt.number ?? 0;
  if (latest !== undefined && lastNumber >= request.number) {
    return viewAttempt(services, latest.attempt, latest.progress);
  }
  if (noticeVersion !== versionOfNotice(await findTold(services.storage, launch)))
    throw new AppError('notice.outdated');
  const closed = latest === undefined || isOver(latest.progress);
  if (!closed || request.number !== lastNumber + 1) throw new AppError('attempt.out-of-order');
  const personal = await findOwnSettings(services.storage, launch);
  if (!mayStartAttempt(launch, personal, request.number)) throw new AppError('attempt.none-left');
  const seed = await drawSeed(services, launch, request.number);
  const blank = newAttempt(services, launch, { ...request, seed }, personal);
  const transaction = await beginTransaction(services, blank);
  const { accessNeeds } = blank.progress;
  transaction.draft.add(
    { kind: 'launched', language: launch.language, ...(accessNeeds.length > 0 && { accessNeeds }) },
    transaction.receivedAt,
    transaction.receivedAt,
  );
  transaction.draft.update({ noticeVersion, research: await researchOfNew(services, launch) });
  transaction.draft.add(
    { kind: 'notice-accepted', noticeVersion, research: 'not-asked' },
    transaction.receivedAt,
    transaction.receivedAt,
  );
  await chooseNextScene(services, transaction);
  const stored = await services.storage.attempts.create(blank.attempt, {
    entries: transaction.draft.storedEntries(),
    progress: transaction.progress,
    statements: transaction.draft.statements,
    gradeIntents: [],
  });
  await checkGate(services, stored);
  return viewAttempt(services, stored.attempt, stored.progress);
}

function planFor(content: Content, { settings }: PlayerLaunch, personal: OwnSettings | undefined): Plan {
  return choosePlan(content, planSettings(content, settings, personal), personal?.accessNeeds);
}

function newAttempt(
  services: AttemptServices,
  launch: PlayerLaunch,
  { number, seed, language }: Pick<Attempt, 'number' | 'seed'> & { readonly language: Language },
  personal: OwnSettings | undefined,
): { attempt: Attempt; progress: AttemptProgress } {
  const { content } = services;
  const { form, scenes: scenarios, selection } = planFor(content, launch, personal);
  const isAdaptive = selection === 'adaptive';
  const scored = new Set(content.scenarios().flatMap((one) => (one.isScored ? [one.scenario] : [])));
  const planned = isAdaptive ? scenarios.filter((scenario) => !scored.has(scenario)) : scenarios;
  const attempt: Attempt = {
    id: services.randomId(),
    organisationId: launch.organisationId,
    platformId: launch.platformId,
    registrationId: launch.registrationId,
    studyId: launch.studyId,
    personId: launch.personId,
    resourceLinkId: launch.resourceLinkId,
    practice: launch.practice,
    number,
    seed,
    form: form.id,
    bankVersion: form.bankVersion,
    createdAt: services.clock(),
  };
  const scenes = planned.map((scenario, index) => ({
    sceneId: String(index + 1),
    scenario,
    ...content.currentVersions(scenario),
    status: 'waiting' as const,
    fromSeq: 0,
  }));
  const pool = isAdaptive ? scenarios.filter((scenario) => scored.has(scenario)) : null;
  const accessNeeds = personal?.accessNeeds ?? [];
  const initial = { launchId: launch.id, language, scenes, pool, accessNeeds };
  return { attempt, progress: { ...blankProgress, ...initial } };
}

const blankProgress: AttemptProgress = {
  head: 0,
  status: 'open',
  language: 'fr',
  noticeVersion: null,
  research: 'not-asked',
  epoch: 0,
  writer: '',
  launchId: '',
  openedAt: 0,
  openedTMs: 0,
  actionSeq: 0,
  lastAt: 0,
  scenes: [],
  pool: null,
  helperOffer: null,
  measure: null,
  adaptations: [],
  score: null,
  endedAt: null,
  isReopened: false,
  validity: { state: 'valid' },
  heldFor: [],
  accessNeeds: [],
};
