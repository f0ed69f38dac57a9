import { describe, expect, it } from 'vitest';
import { loginLifeMs } from '../../../../lti/launch/login.ts';
import { launchLifeMs } from '../../../../server/launches/sessions.ts';
import { dataMap } from '../../../../server/privacy/data-map.ts';
import { retentionWords } from '../../../../server/privacy/data-map-words.ts';
import { renderDataMap } from '../../../../server/privacy/render-data-map.ts';

const points = dataMap.flatMap(({ groups }) =>
  groups.flatMap((group) =>
    Object.entries(group.points).map(([field, point]) => ({ path: `${group.name}.${field}`, point })),
  ),
);

describe('an entry of the data map', () => {
  it('says in both languages why the field exists', () => {
    const silent = points.filter(
      ({ point: { purpose } }) => !purpose.fr.endsWith('.') || !purpose.en.endsWith('.'),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('has readers, and the program only if nobody reads the field', () => {
    const wrong = points.filter(
      ({ point: { readers } }) => readers.length === 0 || (readers.length > 1 && readers.includes('program')),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('shows staff no answer about research', () => {
    const answers = points.filter(({ path }) =>
      /(?:consents|backgrounds)\.sealed|research$|opensResearch/i.test(path),
    );
    expect(answers.map(({ path }) => path).toSorted()).toEqual([
      'attempts.progress.research',
      'backgrounds.sealed',
      'batches.opensResearch',
      'consents.sealed',
    ]);
    expect(answers.filter(({ point }) => point.readers.includes('staff'))).toEqual([]);
  });

  it('has one name among its neighbours', () => {
    for (const { groups } of dataMap) {
      const names = groups.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('the words of a retention', () => {
  it('tell the times after which the server deletes rows', () => {
    expect(retentionWords.launch.en).toContain(`${launchLifeMs / 3_600_000} hours`);
    expect(retentionWords.login.en).toContain(`${loginLifeMs / 60_000} minutes`);
  });
});

describe('the page of the data map', () => {
  it('has each field on a line of its own, in French and in English', () => {
    for (const language of ['fr', 'en'] as const) {
      const lines = renderDataMap(language)
        .split('\n')
        .filter((line) => line.startsWith('| `'));
      expect(lines).toHaveLength(points.length);
    }
  });

  it('follows the typography of Québec', () => {
    expect(renderDataMap('fr')).not.toMatch(/[^\u00a0|] :|« |[^\u00a0]»|\s[;?!]/);
  });
});
