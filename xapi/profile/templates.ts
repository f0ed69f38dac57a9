import type { WorldAction } from '../../scenarios/world/types.ts';
import { allStatements } from '../actions/action-drafts.ts';
import { gameRef } from '../activities.ts';
import type { Tier } from '../statement-draft.ts';
import { verbMeanings } from '../meanings/verb-meanings.ts';
import type { Label } from '../statement.ts';
import {
  type ActivityTypeName,
  activityTypes,
  base,
  type ExtensionName,
  extensions,
  profileVersionId,
  type VerbName,
  verbs,
} from '../vocabulary.ts';
import { type Act, actsOf } from './acts.ts';
import type { Rule, Template } from './profile-types.ts';

const commonRules: readonly Rule[] = [
  included('$.id'),
  included('$.timestamp'),
  included('$.actor.account.name'),
  // A person is only a pseudonym.
  { location: "$.actor['name','mbox','mbox_sha1sum','openid']", presence: 'excluded' },
  included('$.context.registration'),
  { location: '$.context.contextActivities.category[*].id', any: [profileVersionId] },
  { location: '$.context.contextActivities.grouping[*].id', any: [gameRef.id] },
  ...extensionsIncluded(['seq', 'epoch', 'form', 'attemptNumber', 'bankVersion']),
];

const noResult: Rule = { location: '$.result', presence: 'excluded' };
const noParent: Rule = { location: '$.context.contextActivities.parent', presence: 'excluded' };
const inContainer = included('$.context.contextActivities.parent[*].id');
const timed = included('$.result.duration');
const scored = [included('$.result.score.raw'), included('$.result.score.scaled')];
const measured = ['level', 'levelBetween', 'scoreBand', 'scoredScenes', 'estimates'] as const;
const inScene = [inContainer, ...extensionsIncluded(['worldVersion'])];

/** Of what may happen within a scene or between two. */
const sceneIfAny: Rule = { location: pathOf('scene'), presence: 'recommended' };

/** The template's name ends its id. */
const lifeTemplates = {
  launched: life('launched', 'assessment', [noParent, noResult]),
  'policy-accepted': policy('accepted'),
  'policy-denied': policy('denied'),
  'policy-retracted': policy('retracted'),
  'offer-accepted': beside(2, 'accepted', 'offer', [inContainer, noResult]),
  'offer-denied': beside(2, 'denied', 'offer', [inContainer, noResult]),
  initialized: life('initialized', 'assessment', [noParent, noResult]),
  suspended: life('suspended', 'assessment', [
    ...[noParent, noResult, sceneIfAny],
    valueOf('reason', ['button', 'hidden', 'connection']),
  ]),
  resumed: life('resumed', 'assessment', [
    ...[noParent, noResult, sceneIfAny],
    valueOf('reason', ['opened', 'pause-ended']),
  ]),
  'language-changed': beside(2, 'changedLanguage', 'assessment', [
    ...[sceneIfAny, ...extensionsIncluded(['language'])],
  ]),
  'setting-changed': beside(2, 'changedSetting', 'assessment', [
    ...[sceneIfAny, ...extensionsIncluded(['setting', 'settingValue'])],
  ]),
  assisted: beside(2, 'assisted', 'assessment', [noResult, sceneIfAny]),
  'device-used': beside(3, 'usedDevice', 'assessment', [
    ...[noResult, sceneIfAny],
    { location: pathOf('inputMode'), presence: 'recommended' },
    { location: pathOf('device'), presence: 'recommended' },
  ]),
  'came-back': beside(3, 'cameBack', 'assessment', [...[sceneIfAny, ...extensionsIncluded(['hiddenMs'])]]),
  'end-asked': beside(3, 'askedToEnd', 'assessment', [noResult, sceneIfAny]),
  'scene-accessed': life('accessed', 'scenario', [...inScene, noResult]),
  'item-answered': life('answered', 'item', [
    ...inScene,
    ...[{ location: '$.result.completion', all: [true] }, timed, ...scored],
    { location: '$.result.response', presence: 'recommended' },
    ...[resultOf('ruleHits'), resultOf('rulesShown'), resultOf('partialScores')],
    ...extensionsIncluded(['scoringVersion']),
    keyWithheld(),
  ]),
  'item-omitted': life('skipped', 'item', [
    ...inScene,
    ...[{ location: '$.result.completion', all: [false] }, timed, resultOf('missingCode')],
    { location: '$.result.score', presence: 'excluded' },
    ...extensionsIncluded(['scoringVersion']),
    keyWithheld(),
  ]),
  'scene-left': life('left', 'scenario', [
    ...inScene,
    ...[included('$.result.completion'), timed],
    valueOf('ending', ['done', 'skipped', 'left']),
  ]),
  prevented: beside(3, 'prevented', 'application', [
    ...inScene,
    ...[noResult, ...extensionsIncluded(['app', 'action', 'errorCode'])],
  ]),
  completed: life('completed', 'assessment', [
    ...[noParent, timed],
    { location: '$.result.completion', all: [true] },
  ]),
  terminated: life('terminated', 'assessment', [
    ...[noParent, included('$.result.completion'), timed],
    valueOf('ending', ['form-done', 'learner']),
  ]),
  abandoned: life('abandoned', 'assessment', [
    ...[noParent, timed],
    { location: '$.result.completion', all: [false] },
    ...[valueOf('ending', ['abandoned']), valueOf('reason', ['idle'])],
  ]),
  scored: life('scored', 'assessment', [
    ...[noParent, ...scored, ...extensionsIncluded(['scoringVersion'])],
    ...measured.map((name): Rule => ({ ...resultOf(name), presence: 'recommended' })),
  ]),
  'item-scored': life('scored', 'item', [
    ...[...inScene, ...scored, ...extensionsIncluded(['scoringVersion'])],
    included('$.context.statement'),
    keyWithheld(),
  ]),
  rescored: life('rescored', 'assessment', [noParent, noResult, ...extensionsIncluded(['scoringVersion'])]),
  reopened: life('reopened', 'assessment', [noParent, noResult]),
  invalidated: life('invalidated', 'assessment', [
    ...[noParent, noResult],
    ...extensionsIncluded(['invalidReason']),
  ]),
  reinstated: life('reinstated', 'assessment', [noParent, noResult]),
};

interface TemplateSource {
  readonly tier: Tier;
  readonly verb: VerbName;
  readonly type: ActivityTypeName;
  readonly rules: readonly Rule[];
  readonly app?: AppName;
}

type AppName = WorldAction['app'];

export type LifeTemplateName = keyof typeof lifeTemplates;

const actTemplates: Readonly<Record<string, TemplateSource>> = Object.fromEntries(
  (Object.keys(allStatements) as AppName[]).flatMap((app) =>
    actsOf(app).map((act): [string, TemplateSource] => [nameOf(app, act), actTemplate(app, act)]),
  ),
);

const allTemplates: Readonly<Record<string, TemplateSource>> = { ...lifeTemplates, ...actTemplates };

export const actTemplateNames: readonly string[] = Object.keys(actTemplates);

export function templateId(name: string): string {
  return `${base}templates/${name}`;
}

export function listTemplateSources(): [string, TemplateSource][] {
  return Object.entries(allTemplates);
}

export function createTemplates(): Template[] {
  return Object.entries(allTemplates).map(([name, source]) => ({
    id: templateId(name),
    type: 'StatementTemplate',
    inScheme: profileVersionId,
    prefLabel: labelOf(source),
    definition: verbMeanings[source.verb],
    verb: verbs[source.verb].id,
    objectActivityType: activityTypes[source.type].id,
    rules: [...commonRules, ...source.rules],
  }));
}

function labelOf({ app, verb, type }: TemplateSource): Label {
  const { display } = verbs[verb];
  const { label } = activityTypes[type];
  const en = `${display.en} – ${label.en}`;
  const fr = `${display.fr} – ${label.fr}`;
  return app === undefined
    ? { en, fr }
    : { en: `${allStatements[app].name.en}: ${en}`, fr: `${allStatements[app].name.fr}\u00a0: ${fr}` };
}

function life(verb: VerbName, type: ActivityTypeName, rules: readonly Rule[]): TemplateSource {
  return { tier: 1, verb, type, rules };
}

function beside(tier: Tier, verb: VerbName, type: ActivityTypeName, rules: readonly Rule[]): TemplateSource {
  return { tier, verb, type, rules };
}

function policy(verb: VerbName): TemplateSource {
  return life(verb, 'policyDocument', [inContainer, noResult, ...extensionsIncluded(['noticeVersion'])]);
}

function actTemplate(app: AppName, { tier, verb, type, always, sometimes }: Act): TemplateSource {
  const maybe = sometimes.map((name): Rule => ({ location: pathOf(name), presence: 'recommended' }));
  const rules = [...inScene, noResult, valueOf('app', [app]), ...extensionsIncluded(always), ...maybe];
  return { tier, app, verb, type, rules };
}

/** `mail-drafted-email`. */
function nameOf(app: AppName, { verb, type }: Act): string {
  return `${app}-${verb}-${type}`.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function included(location: string): Rule {
  return { location, presence: 'included' };
}

function extensionsIncluded(names: readonly ExtensionName[]): Rule[] {
  return names.map((name) => included(pathOf(name)));
}

function valueOf(name: ExtensionName, all: readonly string[]): Rule {
  return { location: pathOf(name), presence: 'included', all };
}

function resultOf(name: ExtensionName): Rule {
  return included(`$.result.extensions['${extensions[name]}']`);
}

function pathOf(name: ExtensionName): string {
  return `$.context.extensions['${extensions[name]}']`;
}

/** A published answer key would spoil the items. */
function keyWithheld(): Rule {
  return { location: '$.object.definition.correctResponsesPattern', presence: 'excluded' };
}
