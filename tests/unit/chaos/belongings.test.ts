import { describe, expect, it } from 'vitest';
import { Belongings } from '../../chaos/belongings.ts';

describe('what a run has started', () => {
  it('is ended from the last to the first, once, and as the first to ask says', async () => {
    const ended: string[] = [];
    const belongings = new Belongings();
    for (const name of ['folder', 'server', 'process']) {
      belongings.add((keepFiles) => void ended.push(`${name} ${keepFiles}`));
    }
    await Promise.all([belongings.end(true), belongings.end(false)]);
    await belongings.end(false);
    expect(ended).toEqual(['process true', 'server true', 'folder true']);
  });

  it('is ended too where it was begun while the rest ended, or where another cannot be ended', async () => {
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
