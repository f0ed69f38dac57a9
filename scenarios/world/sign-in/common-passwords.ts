/** Passwords that everybody tries first: French and English words, rows of keys, repetitions. */

export const usualWords: readonly string[] = [
  ...[
    'motdepasse',
    'monmotdepasse',
    'passe',
    'password',
    'passw',
    'secret',
    'bonjour',
    'bonsoir',
    'bienvenue',
  ],
  ...[
    'soleil',
    'azerty',
    'qwerty',
    'qwertz',
    'asdfgh',
    'zxcvbn',
    'welcome',
    'letmein',
    'iloveyou',
    'jetaime',
  ],
  ...[
    'admin',
    'utilisateur',
    'ordinateur',
    'computer',
    'princesse',
    'princess',
    'dragon',
    'football',
    'hockey',
  ],
  ...[
    'canadiens',
    'montreal',
    'quebec',
    'canada',
    'doudou',
    'chouchou',
    'loulou',
    'nicolas',
    'monkey',
    'sunshine',
  ],
  ...[
    'superman',
    'batman',
    'pokemon',
    'starwars',
    'master',
    'shadow',
    'baseball',
    'trustno',
    'test',
    'abc',
    'login',
  ],
  ...[
    'changeme',
    'default',
    'invite',
    'guest',
    'marseille',
    'tabarnak',
    'poutine',
    'boreal',
    'ateliers',
    'allo',
  ],
];
const ROWS = [
  '1234567890',
  '0987654321',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'azertyuiop',
  'asdfghjkl',
];
/** `m0tdep@sse` */
const STANDS_FOR: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  '@': 'a',
  $: 's',
};
/** Still common if at most this many signs are left without the usual words: `!`, `123`. */
const LEFT_OVER = 3;

/** `letters`: small, without accents. */
export function isCommon(letters: string): boolean {
  const read = letters.replace(/[01345@$]/g, (sign) => STANDS_FOR[sign] ?? sign);
  return isRepeated(letters) || isInRow(letters) || isUsual(letters) || isUsual(read);
}

function isUsual(text: string): boolean {
  const bare = text.replace(/[^a-z]/g, '');
  const rest = [...usualWords]
    .sort((left, right) => right.length - left.length)
    .reduce((left, word) => left.replaceAll(word, ''), bare);
  return rest !== bare && rest.length <= LEFT_OVER;
}

/** One to four signs again and again: `aaaaaaaa`, `abcabcabc`. */
function isRepeated(text: string): boolean {
  return /^(.{1,4}?)\1{2,}.{0,3}$/u.test(text);
}

/** Keys or figures in order, `123456789012` too. */
function isInRow(text: string): boolean {
  const rows = ROWS.map((row) => row + row);
  return text.length >= 4 && rows.some((row) => row.includes(text));
}
