import { describe, expect, it } from 'vitest';
import { findPlace } from '../../../client/src/ui/place-menu.ts';

type Box = Parameters<typeof findPlace>[0];

const view = { top: 100, bottom: 400, left: 0, right: 900 };

/** A button 80 × 40 px, and a menu 200 × 150 px below it that ends where the button ends. */
function at(left: number, top: number): { button: Box; list: Box } {
  const button = { top, bottom: top + 40, left, right: left + 80 };
  return {
    button,
    list: { top: top + 48, bottom: top + 198, left: left - 120, right: left + 80 },
  };
}

function place(left: number, top: number, within = view): Box | null {
  const { button, list } = at(left, top);
  const { x, y } = findPlace(list, button, within);
  if (y === null) return null;
  return { top: list.top + y, bottom: list.bottom + y, left: list.left + x, right: list.right + x };
}

describe('a menu', () => {
  it('stays below its button while there is room', () => {
    expect(place(700, 120)).toMatchObject({ top: 168, right: 780 });
  });

  it('opens above its button if there is no room below', () => {
    expect(place(700, 340)).toMatchObject({ bottom: 332, right: 780 });
  });

  it.each([
    ['before', 700, { right: 692 }],
    ['after', 130, { left: 218 }],
  ])('opens %s its button if there is room neither below nor above', (_, left, expected) => {
    expect(place(left, 230)).toMatchObject({ bottom: 400, ...expected });
  });

  it('stays within the sides of what is seen', () => {
    expect(place(20, 120)).toMatchObject({ left: 0 });
    const { button } = at(20, 120);
    const wide = { top: 168, bottom: 318, left: 700, right: 1000 };
    expect(findPlace(wide, button, view)).toEqual({ x: -100, y: 0 });
  });

  it('has no place where everything would cover its button', () => {
    expect(place(120, 230, { ...view, right: 320 })).toBeNull();
    expect(place(700, 120, { ...view, bottom: 240 })).toBeNull();
  });

  it('never lies on its button', () => {
    for (let top = 100; top <= 360; top += 10) {
      const { button } = at(700, top);
      const box = place(700, top);
      const isBeside = box !== null && (box.right < button.left || box.left > button.right);
      expect(isBeside || (box !== null && (box.top > button.bottom || box.bottom < button.top))).toBe(true);
    }
  });
});
