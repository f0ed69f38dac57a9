/**
 * The canonical form: decimal point, no needless zero, no sign before zero (`4,50` → `4.5`); null if it is no
 * number, or too long.
 */
export function canonicalNumber(written: string): string | null {
  const found = /^([-−–+]?)(\d*)(?:[.,](\d+))?$/.exec(written.trim());
  if (found === null) return null;
  const [, sign = '', whole = '', decimals = ''] = found;
  if ((whole === '' && decimals === '') || whole.length > 9 || decimals.length > 6) return null;
  const wholeDigits = whole.replace(/^0+(?=\d)/, '') || '0';
  const decimalDigits = decimals.replace(/0+$/, '');
  const digits = decimalDigits === '' ? wholeDigits : `${wholeDigits}.${decimalDigits}`;
  return /^[-−–]/.test(sign) && digits !== '0' ? `-${digits}` : digits;
}

export function isCanonicalNumber(text: string): boolean {
  return canonicalNumber(text) === text;
}

/** Rounds off binary fractions: 0.1 + 0.2 is 0.3. */
export function roundResult(result: number): number {
  // Adding 0 turns -0 into 0.
  return Number(result.toFixed(6)) + 0;
}
