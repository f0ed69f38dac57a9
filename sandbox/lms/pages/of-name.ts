/** Beginnings of French names whose h is not heard; that of other names (« de Hassan ») is. */
const muteH = /^h(?:ele|elo|enri|erve|ermi|ila|ippol|onor|ort|ub|ugo|ugue|ya)/;
const startsWithVowel = /^(?:[aeiouœæ]|y(?![aeiou]))/;

/** « de Marc », « d’Amina », « d’Hélène » */
export function ofName(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return startsWithVowel.test(plain) || muteH.test(plain) ? `d’${name}` : `de ${name}`;
}
