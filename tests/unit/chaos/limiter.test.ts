import { expect, it } from 'vitest';
import { Limiter } from '../../chaos/limiter.ts';

it('runs a limited number of tasks at a time, in order, also when one throws', async () => {
  const limiter = new Limiter(2);
  const inside: string[] = [];
  const leave = new Map<string, (error?: Error) => void>();
  const visit = (name: string): Promise<void> =>
    limiter.pass(() => {
      inside.push(name);
      return new Promise((resolve, reject) => {
        leave.set(name, (error) => {
          if (error === undefined) resolve();
          else reject(error);
        });
      });
    });
  const [first, second, third, fourth] = ['a', 'b', 'c', 'd'].map(visit);
  expect(inside).toEqual(['a', 'b']);
  leave.get('b')?.();
  await second;
  await Promise.resolve();
  expect(inside).toEqual(['a', 'b', 'c']);
  leave.get('a')?.(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  await Promise.resolve();
  expect(inside).toEqual(['a', 'b', 'c', 'd']);
  leave.get('c')?.();
  leave.get('d')?.();
  await Promise.all([third, fourth]);
});
