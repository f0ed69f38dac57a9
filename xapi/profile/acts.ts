/**
 * What can be done in each app, as the published profile tells it: a verb, the type of its object, and the extensions
 * that come with it. The deeds in deeds/ must keep to it; tests/unit/xapi/profile/ compares the two.
 */
import type { AppName } from '../activities.ts';
import type { ExtensionName } from '../meanings/extension-parts.ts';
import type { activityTypes, VerbName } from '../vocabulary.ts';

export interface Act {
  readonly verb: VerbName;
  readonly type: keyof typeof activityTypes;
  /** Extensions that are always there. */
  readonly always: readonly ExtensionName[];
  /** Extensions that are there where they apply. */
  readonly sometimes: readonly ExtensionName[];
}

function act(
  verb: VerbName,
  type: Act['type'],
  always: readonly ExtensionName[] = [],
  sometimes: readonly ExtensionName[] = [],
): Act {
  return { verb, type, always, sometimes };
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
    act('closed', 'view'),
    act('drafted', 'view', ['composeMode']),
    act('drafted', 'email', ['composeMode']),
    act('reported', 'email'),
    act('kept', 'email'),
    act('deleted', 'email'),
    act('previewed', 'link'),
    act('opened', 'link'),
    act('left', 'view'),
    act('deleted', 'view'),
    act('selected', 'contact'),
    act('deselected', 'contact'),
    act('selected', 'phrase'),
    act('deselected', 'phrase'),
    act('edited', 'view', ['lengthClass']),
    act('previewed', 'file'),
    act('sent', 'view', [], ['textFeatures']),
  ],
  files: [
    act('downloaded', 'file', ['target']),
    act('accessed', 'folder'),
    act('opened', 'file'),
    act('closed', 'view'),
    act('searched', 'view', ['lengthClass']),
    act('left', 'view'),
    act('sorted', 'view', ['sortOrder']),
    act('updated', 'file', [], ['textFeatures']),
    act('moved', 'file', ['target']),
    act('selected', 'file'),
    act('moved', 'folder'),
    act('deleted', 'file', [], ['target']),
    act('restored', 'file'),
    act('deleted', 'folder'),
    act('created', 'folder', ['itemKind'], ['textFeatures']),
  ],
  browser: [
    act('accessed', 'webPage', ['via'], ['rank']),
    act('accessed', 'view', [], ['via']),
    act('searched', 'view', [], ['textFeatures', 'found']),
    act('opened', 'view'),
    act('selected', 'view'),
    act('closed', 'view'),
    act('selected', 'choice'),
    act('selected', 'webPage'),
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
    act('closed', 'view'),
    act('selected', 'phrase'),
    act('deselected', 'phrase'),
    act('edited', 'view', ['lengthClass']),
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
    act('accessed', 'view'),
    act('searched', 'view'),
    act('edited', 'field', [], ['lengthClass', 'reading']),
    act('selected', 'field', ['choice']),
    act('deleted', 'field'),
    act('attached', 'file', ['target']),
    act('deselected', 'field'),
    act('previewed', 'view'),
    act('opened', 'field'),
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
    act('closed', 'view'),
    act('deleted', 'task'),
    act('edited', 'task', ['reading']),
    act('selected', 'choice'),
    act('selected', 'task'),
    act('skipped', 'task'),
  ],
};
