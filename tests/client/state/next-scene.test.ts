import { describe, expect, it } from 'vitest';
import { isPhone, nextScene } from '../../../client/src/state/next-scene.ts';
import type { SceneView } from '../../../server/contract/play.ts';

type Line = readonly [status: SceneView['status'], needsComputer?: boolean];

function scenesOf(...lines: readonly Line[]): SceneView[] {
  return lines.map(([status, needsComputer = false], index) => ({
    sceneId: String(index + 1),
    scenario: 'sample',
    status,
    needsComputer,
  }));
}

const next = (isOnPhone: boolean, ...lines: readonly Line[]): string | undefined =>
  nextScene(scenesOf(...lines), isOnPhone)?.sceneId;

describe('a phone', () => {
  const page = (
    pointer: 'coarse' | 'fine',
    width: number,
    height: number,
  ): Parameters<typeof isPhone>[0] => ({
    matchMedia: () => ({ matches: pointer === 'coarse' }),
    screen: { width, height },
  });

  it.each([
    ['upright', 'coarse', 390, 844, true],
    ['lying', 'coarse', 844, 390, true],
    ['a tablet', 'coarse', 768, 1024, false],
    ['a laptop with a touch screen', 'fine', 1366, 768, false],
    ['a small screen with a mouse, or 400 % zoom', 'fine', 320, 256, false],
  ] as const)('is known by its screen and its finger: %s', (_what, pointer, width, height, expected) => {
    expect(isPhone(page(pointer, width, height))).toBe(expected);
  });
});

describe('the next scene', () => {
  it('is the one that is open, else the first that waits', () => {
    expect(next(false, ['done'], ['waiting'], ['waiting'])).toBe('2');
    expect(next(false, ['done'], ['waiting'], ['open'])).toBe('3');
    expect(next(false, ['done'], ['skipped'], ['left'])).toBeUndefined();
  });

  it('leaves scenes for a computer aside on a phone, and only there', () => {
    expect(next(true, ['done'], ['waiting', true], ['waiting'])).toBe('3');
    expect(next(false, ['done'], ['waiting', true], ['waiting'])).toBe('2');
    expect(next(true, ['done'], ['waiting', true])).toBeUndefined();
  });

  it('never starts another beside an open one, which waits for a computer too', () => {
    expect(next(true, ['open', true], ['waiting'])).toBeUndefined();
    expect(next(false, ['open', true], ['waiting'])).toBe('1');
  });
});
