import type { AppChecks } from '../../kit/app.ts';
import { expectUnique } from '../../kit/expect.ts';

export const tillChecks: AppChecks = {
  isIn: ({ till }) => till !== undefined,
  check: ({ till }, report) => {
    expectUnique(till?.articles.map(({ id }) => id) ?? [], ['till', 'articles'], report);
  },
  textKeys: ({ till }) => (till ? [till.title, ...till.articles.map(({ name }) => name)] : []),
  places: [],
  targets: ({ till }, kind) => (kind === 'article' ? (till?.articles.map(({ id }) => id) ?? []) : []),
};
