/**
 * What can be done in each app, as the published profile tells it: a verb, the type of its object, and the extensions
 * that come with it. The drafts in drafts/ must keep to it; tests/unit/xapi/profile/ compares the two.
 */
import type { AppName } from '../activities.ts';
import type { Tier } from '../statement-draft.ts';
import type { ExtensionName } from '../meanings/extension-parts.ts';
import type { activityTypes, VerbName } from '../vocabulary.ts';

export interface Act {
  readonly tier: Tier;
  readonly verb: VerbName;
  readonly type: keyof typeof activityTypes;
  /** Extensions that are always there. */
  readonly always: readonly ExtensionName[];
  /** Extensions that are there where they apply. */
  readonly sometimes: readonly ExtensionName[];
}

type Parts = readonly [
  verb: VerbName,
  type: Act['type'],
  always?: readonly ExtensionName[],
  sometimes?: readonly ExtensionName[],
];

function act(...parts: Parts): Act {
  return make(2, parts);
}

/** A fine step, for destinations that want them all. */
function fine(...parts: Parts): Act {
  return make(3, parts);
}

function make(tier: Tier, [verb, type, always = [], sometimes = []]: Parts): Act {
  return { tier, verb, type, always, sometimes };
}

export const acts: Readonly<Record<AppName, readonly Act[]>> = {
  desk: [
    act('opened', 'application'),
    act('requested', 'hint', ['helpStep']),
    act('listened', 'spokenText'),
    act('undid', 'application'),
    act('submitted', 'scenario'),
    act('skipped', 'scenario'),
  ],
  mail: [
    act('accessed', 'folder'),
    act('opened', 'email'),
    fine('closed', 'view'),
    act('drafted', 'view', ['composeMode']),
    act('drafted', 'email', ['composeMode']),
    act('reported', 'email'),
    act('kept', 'email'),
    act('deleted', 'email'),
    act('previewed', 'link'),
    act('opened', 'link'),
    fine('left', 'view'),
    act('deleted', 'view'),
    fine('selected', 'contact'),
    fine('deselected', 'contact'),
    fine('selected', 'phrase'),
    fine('deselected', 'phrase'),
    fine('edited', 'view', ['lengthClass']),
    act('previewed', 'file'),
    act('sent', 'view', [], ['textFeatures']),
  ],
  files: [
    act('downloaded', 'file', ['target']),
    act('accessed', 'folder'),
    act('opened', 'file'),
    fine('closed', 'view'),
    act('searched', 'view', ['lengthClass']),
    fine('left', 'view'),
    act('sorted', 'view', ['sortOrder']),
    act('updated', 'file', [], ['textFeatures']),
    act('moved', 'file', ['target']),
    fine('selected', 'file'),
    act('moved', 'folder'),
    act('deleted', 'file', [], ['target']),
    act('restored', 'file'),
    act('deleted', 'folder'),
    act('created', 'folder', ['itemKind'], ['textFeatures']),
  ],
  browser: [
    act('accessed', 'webPage', ['via'], ['rank']),
    fine('accessed', 'view', [], ['via']),
    act('searched', 'view', [], ['textFeatures', 'found']),
    fine('opened', 'view'),
    fine('selected', 'view'),
    fine('closed', 'view'),
    fine('selected', 'choice'),
    fine('selected', 'webPage'),
    act('sent', 'view'),
    act('submitted', 'form', ['fields']),
  ],
  sheet: [
    act('edited', 'cellRange', ['cellContent'], ['functions', 'lengthClass']),
    act('deleted', 'cellRange'),
    act('totalled', 'cellRange'),
    act('sorted', 'cellRange', ['sortScope', 'sortDirection']),
    act('reported', 'cellRange'),
    act('deselected', 'cellRange'),
    act('selected', 'question', ['choice']),
  ],
  phone: [
    act('opened', 'conversation'),
    fine('closed', 'view'),
    fine('selected', 'phrase'),
    fine('deselected', 'phrase'),
    fine('edited', 'view', ['lengthClass']),
    act('sent', 'view', [], ['textFeatures']),
    act('copied', 'textMessage'),
    act('reported', 'textMessage'),
    act('kept', 'textMessage'),
    act('deleted', 'textMessage'),
    act('previewed', 'link'),
    act('opened', 'link'),
  ],
  form: [
    act('accessed', 'form', ['via']),
    fine('accessed', 'view'),
    act('searched', 'view'),
    act('edited', 'field', [], ['lengthClass', 'reading']),
    act('selected', 'field', ['choice']),
    act('deleted', 'field'),
    act('attached', 'file', ['target']),
    act('deselected', 'field'),
    act('previewed', 'view'),
    fine('opened', 'field'),
    act('submitted', 'view'),
    act('kept', 'view', ['via']),
    act('edited', 'view', ['lengthClass', 'reading']),
  ],
  'sign-in': [
    act('copied', 'cardField'),
    act('selected', 'view'),
    act('deselected', 'view'),
    act('authenticated', 'view', ['entered']),
    act('edited', 'view', ['entered']),
    act('selected', 'phrase'),
    act('left', 'view'),
  ],
  practice: [
    act('accessed', 'task', ['choice']),
    fine('closed', 'view'),
    act('deleted', 'task'),
    act('edited', 'task', ['reading']),
    act('selected', 'choice'),
    fine('selected', 'task'),
    act('skipped', 'task'),
  ],
};
