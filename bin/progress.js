/**
 * @typedef {object} Screen
 * @property {(text: string) => void} write
 * @property {boolean} isTerminal rewrites one line instead of adding lines
 * @property {number} [columns]
 */

/** Seconds between lines if the output is no terminal. */
const lineEveryS = 10;

/**
 * @param {Screen} screen
 * @param {string} name
 * @param {() => number} now milliseconds
 * @returns {{ report: (detail: string) => void, end: (isDone: boolean) => void }} call `report` about once a
 * second
 */
export function beginStep(screen, name, now) {
  const begun = now();
  let nextLineS = lineEveryS;
  const seconds = () => Math.floor((now() - begun) / 1000);
  const rewrite = (text) => screen.write(`\r\u001b[2K${text.slice(0, (screen.columns ?? 80) - 1)}`);
  if (screen.isTerminal) rewrite(`→ ${name}`);
  else screen.write(`→ ${name}\n`);
  return {
    report(detail) {
      const text = [name, detail, `${seconds()} s`].filter((part) => part !== '').join(', ');
      if (screen.isTerminal) return rewrite(`→ ${text}`);
      if (seconds() < nextLineS) return;
      nextLineS = seconds() + lineEveryS;
      screen.write(`  ${text}\n`);
    },
    end(isDone) {
      if (screen.isTerminal) rewrite('');
      screen.write(`${isDone ? '✓' : '✗'} ${name}, ${seconds()} s\n`);
    },
  };
}
