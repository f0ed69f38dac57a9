/**
 * Which actions hand over a typed text for good, and what it says then. Computed once, when it happens: the text
 * itself may be deleted later, the features stay.
 */
import type { TextFeatures } from '../kit/log.ts';
import { draftIn } from '../world/phone/phone.ts';
import type { SceneState, WorldAction } from '../world/types.ts';
import { findKeywords } from './keywords.ts';
import { searchFeatures } from './search-features.ts';
import { textFeatures } from './text-features.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Features to store with `action`, which is about to change `before`; undefined where it hands over no text. */
export function featuresOfAction(
  vocabulary: Vocabulary,
  before: SceneState,
  action: WorldAction,
): TextFeatures | undefined {
  if (action.app === 'mail' && action.type === 'send') {
    const draft = before.apps.mail?.drafts.find(({ id }) => id === before.apps.mail?.composing);
    return draft && textFeatures(vocabulary, draft);
  }
  if (action.app === 'browser' && action.type === 'search') return searchFeatures(vocabulary, action.typed);
  const { phone } = before.apps;
  if (action.app === 'phone' && action.type === 'send') {
    return phone && textFeatures(vocabulary, draftIn(phone, phone.open));
  }
  if (action.app === 'files' && (action.type === 'rename' || action.type === 'create')) {
    return findKeywords(vocabulary.keywords, action.typed);
  }
  return undefined;
}
