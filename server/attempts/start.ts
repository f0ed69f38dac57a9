/** The beginning of an attempt: which one a person has in this activity, and a new one once the notice is accepted. */
import type { Content } from '../content/load.ts';
import type { AttemptAnswer, AttemptView } from '../contract/play.ts';
import { AppError } from '../base/errors.ts';
import type { Language } from '../../scenarios/world/base.ts';
import type { Attempt, AttemptProgress } from '../storage/ports/attempts.ts';
import type { PersonSettings } from '../storage/ports/person-settings.ts';
import type { Asker, AttemptServices } from './services.ts';
import { choosePlan, type Plan } from './plan.ts';
import { findOwnSettings, mayBegin, planSettings } from './own-settings.ts';
import { chooseNextScene } from './route.ts';
import { viewAttempt } from './view.ts';
import { createWork } from './work.ts';

/** Version of the notice that the client shows; raised when what is measured or kept changes. */
const noticeVersion = '1';

/**
 * The latest attempt of the asker in this activity.
 * @throws AppError activity.content-unknown, activity.needs-unmet where there is none yet and none could begin: better
 *   said before the notice
 */
export async function findAttempt(services: AttemptServices, asker: Asker): Promise<AttemptAnswer> {
  const latest = await services.storage.attempts.findLatest(
    asker.organisationId,
    asker.personId,
    asker.resourceLinkId,
    asker.practice,
  );
  const own = await findOwnSettings(services.storage, asker);
  if (latest === undefined) planFor(services.content, asker, own);
  return {
    attempt: latest === undefined ? null : await viewAttempt(services, latest.attempt, latest.progress),
    noticeVersion,
    mayBeginAnother: mayBegin(asker, own, (latest?.attempt.number ?? 0) + 1),
    withHelper: own?.withHelper ?? false,
  };
}

/**
 * Starts attempt `number`, or answers the one that is there: the wanted one, or a later one.
 * @throws AppError notice.outdated where another notice was accepted than the one in force;
 *   activity.content-unknown, activity.needs-unmet where there is nothing that the person could play;
 *   attempt.none-left where the activity allows no further one;
 *   attempt.out-of-order where an earlier attempt is still open or `number` leaves a gap
 */
export async function startAttempt(
  services: AttemptServices,
  asker: Asker,
  wish: { noticeVersion: string; language: Language; number: number },
): Promise<AttemptView> {
  if (wish.noticeVersion !== noticeVersion) throw new AppError('notice.outdated');
  const { organisationId, personId, resourceLinkId, practice } = asker;
  const latest = await services.storage.attempts.findLatest(
    organisationId,
    personId,
    resourceLinkId,
    practice,
  );
  const lastNumber = latest?.attempt.number ?? 0;
  if (latest !== undefined && lastNumber >= wish.number) {
    return viewAttempt(services, latest.attempt, latest.progress);
  }
  const closed =
    latest === undefined || latest.progress.status === 'finished' || latest.progress.status === 'abandoned';
  if (!closed || wish.number !== lastNumber + 1) throw new AppError('attempt.out-of-order');
  const settings = await findOwnSettings(services.storage, asker);
  if (!mayBegin(asker, settings, wish.number)) throw new AppError('attempt.none-left');
  const own = newAttempt(services, asker, wish, settings);
  const work = await createWork(services, own);
  const { accessNeeds } = own.progress;
  work.draft.add(
    { kind: 'launched', language: asker.language, ...(accessNeeds.length > 0 && { accessNeeds }) },
    work.receivedAt,
    work.receivedAt,
  );
  work.draft.update({ noticeVersion });
  work.draft.add(
    { kind: 'notice-accepted', noticeVersion, research: 'not-asked' },
    work.receivedAt,
    work.receivedAt,
  );
  await chooseNextScene(services, work);
  const stored = await services.storage.attempts.create(own.attempt, {
    entries: work.draft.storedEntries(),
    progress: work.progress,
    statements: work.draft.statements,
    gradeIntents: [],
  });
  return viewAttempt(services, stored.attempt, stored.progress);
}

/** What this person would play now: the activity as staff set it for them. */
function planFor(content: Content, { settings }: Asker, own: PersonSettings | undefined): Plan {
  return choosePlan(content, planSettings(content, settings, own), own?.accessNeeds);
}

function newAttempt(
  services: AttemptServices,
  asker: Asker,
  { number, language }: { readonly number: number; readonly language: Language },
  own: PersonSettings | undefined,
): { attempt: Attempt; progress: AttemptProgress } {
  const { content } = services;
  const { form, scenes: scenarios, selection } = planFor(content, asker, own);
  // An adaptive attempt begins with what is not scored; what is, gets chosen when its turn comes.
  const isAdaptive = selection === 'adaptive';
  const scored = new Set(content.scenarios().flatMap((one) => (one.isScored ? [one.scenario] : [])));
  const planned = isAdaptive ? scenarios.filter((scenario) => !scored.has(scenario)) : scenarios;
  const attempt: Attempt = {
    id: services.randomId(),
    organisationId: asker.organisationId,
    platformId: asker.platformId,
    registrationId: asker.registrationId,
    studyId: asker.studyId,
    personId: asker.personId,
    resourceLinkId: asker.resourceLinkId,
    practice: asker.practice,
    number,
    // The next attempt takes the next seed: other names, days and values, the same difficulty.
    seed: number,
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
  const accessNeeds = own?.accessNeeds ?? [];
  const given = { launchId: asker.id, language, scenes, pool, accessNeeds };
  return { attempt, progress: { ...blankProgress, ...given } };
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
  accessNeeds: [],
};
