/**
 * Characters that nobody sees, or that turn the direction of what follows: two names could look alike, or a
 * line read backwards. Not the selectors that choose a form of an emoji or of a kanji.
 */
const invisible = /(?!\u200C|\u200D|\p{Variation_Selector})[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

const breaks = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

/** Joiners have a meaning in Persian, Indic scripts and emoji. Elsewhere they only hide. */
const hidingJoiner =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]|(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\u200C\u200D]/gu;

/** Makes one line of a title or a name that a platform or a person sent. */
export function visibleText(text: string): string {
  return text.replaceAll(breaks, ' ').replaceAll(invisible, '').replaceAll(hidingJoiner, '').trim();
}
