import { describe, expect, it } from 'vitest';
import { findCorner } from '../../../../client/src/apps/files/menu-at-pointer.ts';

const view = { left: 270, top: 190, right: 960, bottom: 410 };
const menu = { width: 320, height: 150 };
const at = (clientX: number, clientY: number, size = menu): [number, number] => {
  const { left, top } = findCorner(size, { clientX, clientY }, view);
  return [left, top];
};

describe('a menu at the pointer', () => {
  it('has its corner there while there is room', () => {
    expect(at(300, 220)).toEqual([300, 220]);
  });

  it('ends there if there is no room below', () => {
    expect(at(300, 380)).toEqual([300, 230]);
  });

  it('ends at the edge if there is room neither below nor above', () => {
    expect(at(300, 300)).toEqual([300, 260]);
    expect(at(300, 300, { width: 320, height: 400 })).toEqual([300, 190]);
  });

  it('stays within the sides', () => {
    expect(at(900, 220)).toEqual([640, 220]);
    expect(at(100, 220)).toEqual([270, 220]);
  });
});
