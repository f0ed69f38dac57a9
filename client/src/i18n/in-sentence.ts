/** A label inside a sentence: « La mesure » becomes « la mesure ». */
export function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
