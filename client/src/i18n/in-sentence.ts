/** A label inside a sentence: « La mesure » becomes « la mesure ». */
export function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** A note as a sentence of its own: with one full stop. */
export function asSentence(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}
