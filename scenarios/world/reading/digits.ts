/** Arabic, full-width and keycap digits as 0 to 9; so are `l`, `I` or `O` between digits. */
export function plainDigits(text: string): string {
  return (
    text
      .replace(/[\uFE0F\u20E3]/g, '')
      .replace(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/g, (digit) =>
        String((digit.charCodeAt(0) - (digit >= '\uFF10' ? 0xff10 : digit >= '\u06F0' ? 0x6f0 : 0x660)) % 10),
      )
      // « 4829l3 », « O142 », « 1990-O3-14 »: never a letter of a word.
      .replace(/(?<![\p{L}])[lI](?=\d)|(?<=\d)[lI](?![\p{L}])/gu, '1')
      .replace(/(?<![\p{L}])[oO](?=\d)|(?<=\d)[oO](?![\p{L}])/gu, '0')
  );
}
