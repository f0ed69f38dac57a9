/** Small letters without accents or apostrophes; « ouiii » becomes `oui`, a hyphen a space. */
export function plainText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/['’‘`´]/g, '')
    .replace(/([a-z])\1{2,}/g, '$1')
    .replace(/[-–—_/]/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** Replaces each lone surrogate by U+FFFD. */
export function wholeLetters(text: string): string {
  // Older browsers lack `toWellFormed`.
  return text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g, (found) =>
    found.length === 2 ? found : '\uFFFD',
  );
}

/** `@time` marks are words too. */
export function plainWords(plain: string): string[] {
  return plain.match(/@time|[\p{L}\p{N}]+/gu) ?? [];
}

/** Allows one slip in words of six letters or more, but not in the first letter. */
export function sameWord(known: string, written: string): boolean {
  if (known === written) return true;
  if (known.length < 6 || written.length < 6 || !written.startsWith(known.charAt(0))) return false;
  return withinOneSlip(known, written);
}

/** One letter added, left out, replaced, or two neighbours swapped. */
function withinOneSlip(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  const restLeft = left.slice(start);
  const restRight = right.slice(start);
  return (
    restLeft.slice(1) === restRight ||
    restLeft === restRight.slice(1) ||
    restLeft.slice(1) === restRight.slice(1) ||
    swapFirst(restLeft) === restRight
  );
}

function swapFirst(word: string): string {
  return word.charAt(1) + word.charAt(0) + word.slice(2);
}
