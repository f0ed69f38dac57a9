/** Statements for log entries outside the apps. */
import type {
  AttemptAction,
  ItemResult,
  LogEvent,
  ProcessIndicators,
  SceneRef,
  SceneResult,
} from '../scenarios/kit/log.ts';
import type { MissingCode } from '../scenarios/kit/missing-codes.ts';
import { draftOfAction, draftOfRejection } from './actions/action-drafts.ts';
import {
  assessmentActivity,
  dimensionRef,
  itemActivity,
  localId,
  offerActivity,
  policyActivity,
  scenarioActivity,
} from './activities.ts';
import type { StatementDraft, AttemptScope } from './statement-draft.ts';
import { formatDuration } from './duration.ts';
import { attemptScoreDraft, rescoringDrafts, scoreOf } from './scores.ts';
import type { Extensions, Result } from './statement.ts';
import { extensions } from './vocabulary.ts';

type EventOf<Kind extends LogEvent['kind']> = Extract<LogEvent, { kind: Kind }>;

/** In order of time; at least one, so that logSeq has no gap at tier 3. */
export function draftsOf(event: LogEvent, at: number, scope: AttemptScope): readonly StatementDraft[] {
  switch (event.kind) {
    case 'launched':
      return [{ verb: 'launched', tier: 1, object: assessmentActivity(scope) }];
    case 'notice-accepted':
      return noticeDrafts(event);
    case 'opened':
      return [
        {
          verb: event.first ? 'initialized' : 'resumed',
          tier: 1,
          object: assessmentActivity(scope),
          ...(event.first ? {} : { extensions: { [extensions.reason]: 'opened' } }),
        },
      ];
    case 'scene-started':
      return [{ verb: 'accessed', tier: 1, object: scenarioActivity(event.scene), scene: event.scene }];
    case 'action':
      return [draftOfAction(event)];
    case 'rejected':
      return [draftOfRejection(event)];
    case 'frame':
      return [frameDraft(event.action, event.scene, scope)];
    case 'scene-ended':
      return sceneEndDrafts(event);
    case 'finished':
      return finishedDrafts(event, at, scope);
    case 'rescored':
      return rescoringDrafts(event, scope);
    case 'abandoned':
      return [abandonedDraft(event, scope)];
    case 'reopened':
    case 'reinstated':
      return [{ verb: event.kind, tier: 1, object: assessmentActivity(scope) }];
    case 'invalidated':
      return [
        {
          verb: 'invalidated',
          tier: 1,
          object: assessmentActivity(scope),
          extensions: { [extensions.invalidReason]: event.reason },
        },
      ];
  }
}

function noticeDrafts({ noticeVersion, research }: EventOf<'notice-accepted'>): readonly StatementDraft[] {
  const extensionValues = { [extensions.noticeVersion]: localId(noticeVersion) };
  const consentVerbs = { given: 'accepted', refused: 'denied', withdrawn: 'retracted' } as const;
  const notice: StatementDraft = {
    verb: 'accepted',
    tier: 1,
    object: policyActivity('notice', noticeVersion),
    extensions: extensionValues,
  };
  if (research === 'not-asked') return [notice];
  const consent = policyActivity('research', noticeVersion);
  return [notice, { verb: consentVerbs[research], tier: 1, object: consent, extensions: extensionValues }];
}

/** The object is the whole attempt, so an extension names the scene. */
function frameDraft(action: AttemptAction, scene: SceneRef | null, scope: AttemptScope): StatementDraft {
  const place = scene === null ? {} : { [extensions.scene]: localId(scene.scenario) };
  const on = { object: assessmentActivity(scope), ...(scene === null ? {} : { scene }) };
  const told = (more: Extensions): { extensions: Extensions } => ({ extensions: { ...place, ...more } });
  switch (action.type) {
    case 'language':
      return { verb: 'changedLanguage', tier: 2, ...on, ...told({ [extensions.language]: action.language }) };
    case 'pause':
      return { verb: 'suspended', tier: 1, ...on, ...told({ [extensions.reason]: action.cause }) };
    case 'resume':
      return { verb: 'resumed', tier: 1, ...on, ...told({ [extensions.reason]: 'pause-ended' }) };
    case 'end':
      return { verb: 'askedToEnd', tier: 3, ...on, ...told({}) };
    case 'setting': {
      const { name, value } = action;
      const setting = { [extensions.setting]: name, [extensions.settingValue]: value };
      return { verb: 'changedSetting', tier: 2, ...on, ...told(setting) };
    }
    case 'helper-offer':
      return {
        verb: action.answer === 'accepted' ? 'accepted' : 'denied',
        tier: 2,
        object: offerActivity('helper'),
      };
    case 'assist':
      return { verb: 'assisted', tier: 2, ...on, ...told({}) };
    case 'input':
      return { verb: 'usedDevice', tier: 3, ...on, ...told({ [extensions.inputMode]: action.mode }) };
    case 'device': {
      const { motion, zoom, contrast } = action;
      return {
        verb: 'usedDevice',
        tier: 3,
        ...on,
        ...told({ [extensions.device]: { motion, zoom, contrast } }),
      };
    }
    case 'hidden':
      return { verb: 'cameBack', tier: 3, ...on, ...told({ [extensions.hiddenMs]: action.ms }) };
  }
}

/** Items come first, while the scene is still open. */
function sceneEndDrafts({
  scene,
  how,
  activeMs,
  result,
  process,
}: EventOf<'scene-ended'>): readonly StatementDraft[] {
  const duration = formatDuration(activeMs);
  const isTried = process?.flags?.includes('not-tried') !== true;
  const items = result?.items.map((item) => itemDraft(scene, item, result, { duration, isTried })) ?? [];
  const left: StatementDraft = {
    verb: 'left',
    tier: 1,
    object: scenarioActivity(scene),
    scene,
    result: {
      completion: how === 'done',
      duration,
      ...(process === undefined ? {} : { extensions: { [extensions.process]: processExtension(process) } }),
    },
    extensions: { [extensions.ending]: how },
  };
  return [...items, left];
}

/** Names as in meanings/extension-meanings.ts, which the profile publishes. */
function processExtension(process: ProcessIndicators): Record<string, Extensions[string]> {
  return {
    total_ms: process.totalMs,
    ...(process.firstActionMs === null ? {} : { first_action_ms: process.firstActionMs }),
    n_actions: process.actions,
    n_undo: process.undos,
    n_help: process.helps,
    n_read_aloud: process.readAlouds,
    n_assist: process.assists,
    n_app_switch: process.appSwitches,
    n_backtrack: process.backtracks,
    n_pause: process.pauses,
    idle_ms: process.idleMs,
    hidden_ms: process.hiddenMs,
    input_mode: process.inputModes,
    ...(process.device === null ? {} : { at_hint: { ...process.device } }),
    variant_seed: process.variantSeed,
    bank_version: process.bankVersion,
  };
}

function itemDraft(
  scene: SceneRef,
  item: ItemResult,
  result: SceneResult,
  { duration, isTried }: { readonly duration: string; readonly isTried: boolean },
): StatementDraft {
  const scoringVersion = scene.scoringVersion;
  const common = {
    tier: 1,
    object: itemActivity(scene, item.item),
    scene,
    categories: [dimensionRef(item.dimension)],
    scoringVersion,
    extensions: { [extensions.scoringVersion]: scoringVersion },
  } as const;
  if (item.skipped || !isTried) {
    const code: MissingCode = item.skipped ? 'omitted' : 'not-tried';
    const missing = { completion: false, duration, extensions: { [extensions.missingCode]: code } };
    return { verb: 'skipped', ...common, result: missing };
  }
  return { verb: 'answered', ...common, result: answerOf(item, result, duration) };
}

/**
 * `duration` is the scene's active time. `success` is set only for items of one point; with partial credit
 * the score alone counts.
 */
function answerOf(item: ItemResult, { rules }: SceneResult, duration: string): Result {
  const own = rules.filter((rule) => rule.item === item.item && !rule.missing);
  const score = scoreOf(item.points, item.max);
  // Names the rules and whether each was seen, but not which earn points.
  const response = own
    .map((rule) => `${localId(rule.rule)}[.]${rule.fired ? 'seen' : 'not-seen'}`)
    .join('[,]');
  return {
    ...(item.max === 1 && score !== undefined ? { success: score.raw === 1 } : {}),
    completion: true,
    ...(score === undefined ? {} : { score }),
    ...(response === '' ? {} : { response }),
    duration,
    extensions: {
      [extensions.ruleHits]: own
        .filter((rule) => rule.fired && !rule.shown)
        .map((rule) => localId(rule.rule)),
      [extensions.rulesShown]: own.filter((rule) => rule.shown).map((rule) => localId(rule.rule)),
      [extensions.partialScores]: Object.fromEntries(own.map((rule) => [localId(rule.rule), rule.points])),
    },
  };
}

/** `completed` only if every scene was played; `scored` comes last. */
function finishedDrafts(
  { how, score, measure = null }: EventOf<'finished'>,
  at: number,
  scope: AttemptScope,
): readonly StatementDraft[] {
  const object = assessmentActivity(scope);
  const duration = scope.startedAt === undefined ? {} : { duration: formatDuration(at - scope.startedAt) };
  const ending = { [extensions.ending]: how };
  const whole = how === 'form-done';
  const drafts: StatementDraft[] = [];
  if (whole) {
    drafts.push({ verb: 'completed', tier: 1, object, result: { completion: true, ...duration } });
  }
  drafts.push({
    verb: 'terminated',
    tier: 1,
    object,
    result: { completion: whole, ...duration },
    extensions: ending,
  });
  return score === null ? drafts : [...drafts, attemptScoreDraft(score, measure, scope)];
}

/** The duration ends at the last entry: the time until the sweep means nothing. */
function abandonedDraft({ lastAt }: EventOf<'abandoned'>, scope: AttemptScope): StatementDraft {
  const duration =
    scope.startedAt === undefined ? {} : { duration: formatDuration(lastAt - scope.startedAt) };
  return {
    verb: 'abandoned',
    tier: 1,
    object: assessmentActivity(scope),
    result: { completion: false, ...duration },
    extensions: { [extensions.ending]: 'abandoned', [extensions.reason]: 'idle' },
  };
}
