import { describe, expect, it } from 'vitest';
import { chooseShown } from '../../../../server/told/shown.ts';
import { content } from '../../../support/s02.ts';
import { noticed, toldScene } from './told-scenes.ts';

const bank = content.getBank(1);

function chosen(...args: Parameters<typeof chooseShown>): string[] {
  return chooseShown(...args).map(({ words }) => words.fr);
}

describe('the sentences about what a person did', () => {
  it('are three of different dimensions, the largest share and then the hardest first', () => {
    const scenes = [
      toldScene('s01-first-login', { OUT: [2, 2], SEC: [1, 3] }),
      toldScene('s03-tidy', { OUT: [4, 4], INF: [1, 1] }),
      toldScene('s04-schedule', { PRO: [1, 4] }),
    ];
    expect(chosen(scenes, [], bank)).toEqual([
      'Vu s03-tidy-INF',
      'Vu s03-tidy-OUT',
      'Vu s01-first-login-SEC',
    ]);
  });

  it('begin with those of strengths', () => {
    const scenes = [toldScene('a', { OUT: [2, 2], SEC: [1, 2] }), toldScene('b', { INF: [1, 1] })];
    expect(chosen(scenes, ['SEC'], { items: [] })[0]).toBe('Vu a-SEC');
  });

  it('are filled up from one dimension if there is no other, without duplicates', () => {
    const [one, other] = [toldScene('a', { OUT: [1, 1] }), toldScene('b', { OUT: [1, 2] })];
    expect(chosen([one, one, other], [], { items: [] })).toEqual(['Vu a-OUT', 'Vu b-OUT']);
  });

  it('praise nothing in a dimension in which something grave was noticed, in whatever scene', () => {
    const scenes = [
      toldScene('a', { SEC: [2, 2], COM: [1, 2] }),
      toldScene('b', { SEC: [0, 1] }, [noticed('gives bank data', 3, 'SEC')]),
    ];
    expect(chosen(scenes, [], { items: [] })).toEqual(['Vu a-COM']);
  });

  it('praise nothing about an item in the scene in which a slip about it was noticed', () => {
    const scenes = [
      toldScene('a', { RES: [1, 2], COM: [1, 2] }, [noticed('cuts the network', 1, 'RES')]),
      toldScene('b', { RES: [1, 1] }),
    ];
    expect(chosen(scenes, [], { items: [] })).toEqual(['Vu b-RES', 'Vu a-COM']);
  });

  it('are none if nothing was credited', () => {
    expect(chosen([toldScene('a', { OUT: [0, 2] })], [], bank)).toEqual([]);
  });
});
