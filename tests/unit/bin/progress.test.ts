import { expect, it } from 'vitest';
import { beginStep } from '../../../bin/progress.js';

function watch(isTerminal: boolean): {
  said: string[];
  step: ReturnType<typeof beginStep>;
  at: (seconds: number) => void;
} {
  const said: string[] = [];
  let ms = 0;
  const screen = { write: (text: string) => void said.push(text), isTerminal, columns: 30 };
  const step = beginStep(screen, 'Installing', () => ms);
  return { said, step, at: (seconds) => void (ms = seconds * 1000) };
}

it('rewrites one line with the seconds in a terminal, cut to its width', () => {
  const { said, step, at } = watch(true);
  at(1);
  step.report('3 of 9');
  at(2);
  step.report('a detail that is far too long');
  at(3);
  step.end(true);
  const clear = '\r\u001b[2K';
  expect(said).toEqual([
    `${clear}→ Installing`,
    `${clear}→ Installing, 3 of 9, 1 s`,
    `${clear}${'→ Installing, a detail that is far too long'.slice(0, 29)}`,
    clear,
    '✓ Installing, 3 s\n',
  ]);
});

it('writes a line at the beginning, every ten seconds and at the end when there is no terminal', () => {
  const { said, step, at } = watch(false);
  for (let second = 1; second <= 25; second += 1) {
    at(second);
    step.report('');
  }
  step.end(false);
  expect(said).toEqual([
    '→ Installing\n',
    '  Installing, 10 s\n',
    '  Installing, 20 s\n',
    '✗ Installing, 25 s\n',
  ]);
});
