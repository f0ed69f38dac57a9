/** Features are computed at once, because the typed text may be deleted later. */
import { finalText } from '../apps/app-lookups.ts';
import type { TextFeatures } from '../kit/log.ts';
import type { SceneState, WorldAction } from '../world/types.ts';
import { findKeywords } from './keywords.ts';
import { searchFeatures } from './search-features.ts';
import { textFeatures } from './text-features.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * @param before the state before `action`
 * @returns undefined if the action hands over no text
 */
export function featuresOfAction(
  vocabulary: Vocabulary,
  before: SceneState,
  action: WorldAction,
): TextFeatures | undefined {
  const text = action.app === 'desk' ? undefined : finalText(before, action);
  switch (text?.as) {
    case 'message':
      return textFeatures(vocabulary, text);
    case 'search':
      return searchFeatures(vocabulary, text.typed);
    case 'name':
      return findKeywords(vocabulary.keywords, text.typed);
    case undefined:
      return undefined;
  }
}
