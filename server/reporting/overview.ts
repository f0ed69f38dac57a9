/** Staff's overview of an activity. No names, no LMS calls. */
import { getFamilyQuirks } from '../../lti/platform-quirks.ts';
import { countScored, isScored } from '../../scenarios/schema/catalogue.ts';
import { countForLevel } from '../../scenarios/measurement/has-level.ts';
import { findCounting } from '../attempts/counting.ts';
import { choosePlan, type Plan } from '../attempts/plan.ts';
import type { Content } from '../content/load.ts';
import { type GradeKind, usualGrade } from '../contract/grade-kinds.ts';
import { waitsForColumn } from '../delivery/choose-column.ts';
import { awaitsDecision } from '../attempts/awaits-decision.ts';
import { AppError, unlessThrown } from '../base/errors.ts';
import type { ActivityAnswer, PersonView, SettingsView, SupportView } from '../contract/teach.ts';
import { isCounting } from '../storage/is-counting.ts';
import { isOver } from '../storage/is-over.ts';
import type { AttemptWithProgress, SceneProgress } from '../storage/ports/attempts.ts';
import type { Destination } from '../storage/ports/destinations.ts';
import type { GradeRow } from '../storage/ports/grades.ts';
import type { ActivitySettings } from '../storage/ports/launches.ts';
import type { ResourceLink } from '../storage/ports/resource-links.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { listLeftGrades } from './left-in-gradebook.ts';
import { viewLevels } from './levels.ts';
import { listMemberships } from './memberships.ts';
import type { StaffReach } from './reach.ts';
import { readAll } from './read-all.ts';
import { viewDimensionGrades, viewMainGrade } from './view-grades.ts';

interface OverviewDeps {
  readonly storage: Pick<
    Storage,
    'attempts' | 'destinations' | 'grades' | 'groups' | 'organisations' | 'resourceLinks' | 'reviewRequests'
  >;
  readonly content: Content;
}

type ActivityRef = Pick<
  StaffReach,
  'organisationId' | 'resourceLinkId' | 'studyId' | 'settings' | 'family' | 'reach'
>;

/** @throws AppError request.not-found */
export async function readOverview(
  { storage, content }: OverviewDeps,
  activity: ActivityRef,
): Promise<ActivityAnswer> {
  const { organisationId, resourceLinkId, studyId, reach } = activity;
  const [organisation, link, destinations, attempts, grades, requests, memberships] = await Promise.all([
    storage.organisations.find(organisationId),
    storage.resourceLinks.find(organisationId, resourceLinkId),
    readAll(
      (page) => storage.destinations.list(page),
      ({ id }) => id,
    ),
    readAll(
      (page) => storage.attempts.listByResourceLink(organisationId, resourceLinkId, page),
      ({ attempt }) => attempt.id,
    ),
    readAll(
      (page) => storage.grades.listByResourceLink(organisationId, resourceLinkId, page),
      ({ id }) => id,
    ),
    readAll(
      (page) => storage.reviewRequests.listOpenByResourceLink(organisationId, resourceLinkId, page),
      ({ id }) => id,
    ),
    listMemberships(storage.groups, organisationId, resourceLinkId),
  ]);
  if (organisation === undefined || link === undefined) throw new AppError('request.not-found');
  return {
    title: link.title,
    timeZone: organisation.timeZone,
    settings: viewSettings(content, activity, {
      kind: link.grade ?? usualGrade,
      left: reach.kind === 'everyone' ? listLeftGrades(grades.rows, attempts.rows).length : 0,
    }),
    reach: reach.kind,
    column: reach.kind === 'everyone' ? viewColumn(grades.rows, link) : null,
    people: viewPeople(content, {
      attempts: attempts.rows.filter(({ attempt }) => reach.sees(attempt.personId)),
      grades: grades.rows,
      // Reversed: a map keeps the last entry, and the oldest counts.
      askedAttempts: new Map(requests.rows.toReversed().map((one) => [one.personId, one.attemptId])),
      groupsOf: new Map(
        memberships.map(({ personId, groupIds }) => [personId, reach.filterGroups(groupIds)]),
      ),
    }),
    isComplete: attempts.isComplete && grades.isComplete,
    // One of research is stuck only if somebody agreed to it.
    isDeliveryStuck: destinations.rows.some(
      (one) =>
        one.organisationId === organisationId &&
        one.studyId === studyId &&
        one.purpose === 'operational' &&
        isStuck(one),
    ),
  };
}

function viewColumn(grades: readonly GradeRow[], { columnUrl }: ResourceLink): ActivityAnswer['column'] {
  const waiting = grades.filter(waitsForColumn).length;
  return waiting === 0 && columnUrl === null ? null : { waiting, isChosen: columnUrl !== null };
}

/** True if a destination was paused because of trouble, not on purpose. */
function isStuck({ status, pausedBecause }: Destination): boolean {
  return status === 'paused' && !pausedBecause.startsWith('destination.');
}

function viewSettings(
  content: Content,
  { settings, family }: Pick<ActivityRef, 'settings' | 'family'>,
  grade: { readonly kind: GradeKind; readonly left: number },
): SettingsView {
  const plan = findPlan(content, settings);
  const shown = { family, keepsBack: getFamilyQuirks(family).keepsGradesBack };
  const isAlwaysDone = plan !== null && !mayHaveLevel(content, plan);
  return {
    scenes: plan && listScenes(content, plan),
    isAdaptive: plan?.selection === 'adaptive',
    attempts: settings.attempts,
    grade: { ...grade, isAlwaysDone, shown },
  };
}

function mayHaveLevel(content: Content, { form, scenes }: Plan): boolean {
  return countScored(content.scenarios(), scenes) >= countForLevel(form.minScenes);
}

/** Null if content is gone; staff still see earlier attempts. */
function findPlan(content: Content, settings: ActivitySettings): Plan | null {
  return unlessThrown(() => choosePlan(content, settings), 'activity.content-unknown') ?? null;
}

function listScenes(content: Content, { scenes }: Plan): SettingsView['scenes'] {
  return scenes.map((scenario) => {
    const { worldVersion } = content.currentVersions(scenario);
    const { world, texts } = content.publicScene(scenario, worldVersion, 1);
    return {
      scenario,
      title: { fr: texts.fr[world.title] ?? scenario, en: texts.en[world.title] ?? scenario },
    };
  });
}

interface ActivityRows {
  readonly attempts: readonly AttemptWithProgress[];
  readonly grades: readonly GradeRow[];
  /** By person id. */
  readonly askedAttempts: ReadonlyMap<string, string>;
  readonly groupsOf: ReadonlyMap<string, readonly string[]>;
}

function viewPeople(content: Content, rows: ActivityRows): PersonView[] {
  const { attempts, grades, askedAttempts } = rows;
  const attemptsOf = groupBy(attempts, ({ attempt }) => attempt.personId);
  const gradesOf = groupBy(grades, ({ personId }) => personId);
  return [...attemptsOf].map(([personId, personAttempts], index) => ({
    personId,
    number: index + 1,
    groupIds: rows.groupsOf.get(personId) ?? [],
    ...viewAttempts(content, personAttempts, {
      grades: gradesOf.get(personId) ?? [],
      askedAttemptId: askedAttempts.get(personId),
    }),
    asksReview: askedAttempts.has(personId),
    askedAttemptId: askedAttempts.get(personId) ?? null,
  }));
}

function viewAttempts(
  content: Content,
  personAttempts: readonly AttemptWithProgress[],
  {
    grades,
    askedAttemptId,
  }: { readonly grades: readonly GradeRow[]; readonly askedAttemptId: string | undefined },
): Omit<PersonView, 'personId' | 'number' | 'groupIds' | 'asksReview' | 'askedAttemptId'> {
  const byNumber = personAttempts.toSorted((left, right) => right.attempt.number - left.attempt.number);
  const [latest] = byNumber;
  if (latest === undefined) throw new RangeError('nobody is listed without an attempt');
  const counting = byNumber.filter(({ progress }) => progress.score !== null && isCounting(progress));
  const measured = counting.find((one) => viewLevels(content, one) !== null);
  const before = byNumber
    .slice(1)
    .find(({ progress }) => progress.status === 'finished' && isCounting(progress));
  const { attempt, progress } = latest;
  const scenes = progress.scenes.filter(({ scenario }) => isScored(content.scenarios(), scenario));
  const held = byNumber.filter((one) => awaitsDecision(content, one));
  const heldIds = new Set(held.map((one) => one.attempt.id));
  const left = listLeftGrades(grades, personAttempts);
  const asked = byNumber.find((one) => one.attempt.id === askedAttemptId);
  const [counts] = counting;
  // Once a later attempt counts, nobody waits for a decision about one before.
  const waiting = held.filter(({ attempt }) => attempt.number > (counts?.attempt.number ?? 0));
  const work = (asked ?? waiting[0] ?? counts ?? latest).attempt;
  return {
    attempt: {
      id: attempt.id,
      number: attempt.number,
      status: progress.status,
      startedAt: toIso(attempt.createdAt),
      lastAt: endOf(latest),
      scenesDone: scenes.filter(({ status }) => status === 'done').length,
      scenesAll: progress.pool !== null && !isOver(progress) ? null : scenes.length,
      setAside: viewSetAside(progress),
    },
    finishedBefore: before === undefined ? null : { number: before.attempt.number, at: endOf(before) },
    counting: findCounting(byNumber),
    work: { attemptId: work.id, number: work.number },
    held: viewHeld(latest, waiting),
    result: measured === undefined ? null : viewResult(content, measured),
    support: viewSupport((measured ?? latest).progress),
    grade: viewMainGrade({ grades, left, heldIds }, latest, counting.length > 0),
    dimensionGrades: viewDimensionGrades({ grades, left, heldIds }),
  };
}

/** Staff may also decide about the latest before it has enough scenes to count. */
function viewHeld(latest: AttemptWithProgress, waiting: readonly AttemptWithProgress[]): PersonView['held'] {
  const isNew = latest.progress.heldFor.length > 0 && !waiting.includes(latest);
  return [...(isNew ? [latest] : []), ...waiting]
    .map(({ attempt, progress }) => ({ number: attempt.number, heldFor: progress.heldFor }))
    .toReversed();
}

/** Null without a level: then there is no number either. */
function viewResult(content: Content, found: AttemptWithProgress): PersonView['result'] {
  const { attempt, progress } = found;
  const levels = viewLevels(content, found);
  if (levels === null || progress.score === null) return null;
  return { attemptId: attempt.id, attemptNumber: attempt.number, score: progress.score, levels };
}

/** ISO 8601. Attempts of older versions lack `endedAt`. */
function endOf({ progress }: AttemptWithProgress): string {
  return toIso(progress.endedAt ?? progress.lastAt);
}

function viewSetAside({ validity }: AttemptWithProgress['progress']): PersonView['attempt']['setAside'] {
  return validity.state === 'valid' ? null : { reason: validity.reason, at: toIso(validity.at) };
}

function viewSupport({ adaptations, scenes }: AttemptWithProgress['progress']): SupportView {
  const count = (wanted: SceneProgress['status']): number =>
    scenes.filter(({ status }) => status === wanted).length;
  return { adaptations, scenesSkipped: count('skipped'), scenesLeft: count('left') };
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

function toIso(atMs: number): string {
  return new Date(atMs).toISOString();
}
