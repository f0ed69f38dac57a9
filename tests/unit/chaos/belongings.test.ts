import { describe, expect, it } from 'vitest';
import { Belongings } from '../../chaos/belongings.ts';

describe('what a chaos run started', () => {
  it('is ended once, from the last to the first, in the way asked for first', async () => {
    const ended: string[] = [];
    const belongings = new Belongings();
    for (const name of ['folder', 'server', 'process']) {
      belongings.add((keepFiles) => void ended.push(`${name} ${keepFiles}`));
    }
    await Promise.all([belongings.end(true), belongings.end(false)]);
    await belongings.end(false);
    expect(ended).toEqual(['process true', 'server true', 'folder true']);
  });

  it('is ended if it starts during the ending, or if ending another one fails', async () => {
    const ended: string[] = [];
    const belongings = new Belongings();
    belongings.add(() => void ended.push('folder'));
    belongings.add(() => {
      belongings.add(() => void ended.push('late'));
      throw new Error('stuck');
    });
    await expect(belongings.end(false)).rejects.toThrow('stuck');
    expect(ended).toEqual(['late', 'folder']);
  });
});
