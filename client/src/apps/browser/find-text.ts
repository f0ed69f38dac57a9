export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

export function cutAtMatches(text: string, wanted: string): readonly Piece[] {
  const letters = Array.from(text);
  const plain = letters.map(plainLetter);
  const needle = Array.from(wanted.trim(), plainLetter);
  const pieces: Piece[] = [];
  let start = 0;
  let at = 0;
  while (needle.length > 0 && at + needle.length <= plain.length) {
    const here = at;
    if (!needle.every((letter, offset) => letter === plain[here + offset])) {
      at += 1;
      continue;
    }
    if (at > start) pieces.push({ text: letters.slice(start, at).join(''), found: false });
    pieces.push({ text: letters.slice(at, at + needle.length).join(''), found: true });
    at += needle.length;
    start = at;
  }
  if (start < letters.length || pieces.length === 0) {
    pieces.push({ text: letters.slice(start).join(''), found: false });
  }
  return pieces;
}

function plainLetter(letter: string): string {
  const plain = letter
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '');
  if (plain === '\u00A0') return ' ';
  return plain === '’' ? "'" : plain;
}
