/**
 * Invisible characters and those that turn direction: two names could look alike, or a line read
 * backwards. Not the selectors of emoji and kanji forms.
 */
const invisible = /(?!\u200C|\u200D|\p{Variation_Selector})[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

const breaks = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

/** Joiners have a meaning in Persian, Indic scripts and emoji only. */
const hidingJoiner =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]|(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\u200C\u200D]/gu;

/** Makes one line of a title or name. */
export function visibleText(text: string): string {
  return text.replaceAll(breaks, ' ').replaceAll(invisible, '').replaceAll(hidingJoiner, '').trim();
}
