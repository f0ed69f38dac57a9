import { describe, expect, it } from 'vitest';
import { explainFault } from '../../../../server/base/start-refusals.ts';
import { counted } from '../../../../server/base/plural.ts';
import { commentWords } from '../../../../server/attempts/grade-comment-words.ts';
import { doctorEn } from '../../../../server/doctor/doctor.en.ts';
import { doctorFr } from '../../../../server/doctor/doctor.fr.ts';
import { upkeepEn } from '../../../../server/upkeep/upkeep.en.ts';

describe('a count', () => {
  it.each([
    ['fr', ['0 trace', '1 trace', '1.5 trace', '2 traces', '1000000 traces']],
    ['en', ['0 traces', '1 trace', '1.5 traces', '2 traces', '1000000 traces']],
  ] as const)('has the plural form of %s', (language, expected) => {
    const said = [0, 1, 1.5, 2, 1_000_000].map((count) =>
      counted(language, count, { one: 'trace', other: 'traces' }),
    );
    expect(said).toEqual(expected);
  });
});

describe('sentences with a number', () => {
  it('of doctor have the singular for 1', () => {
    const { findings } = doctorEn;
    expect(findings['store.behind']({ count: 1, hours: 1 })[0]).toBe(
      '1 statement waits, the oldest for 1 hour.',
    );
    expect(findings['store.behind']({ count: 2, hours: 3 })[0]).toBe(
      '2 statements wait, the oldest for 3 hours.',
    );
    expect(findings['backlog.room']({ pending: 0, limit: 9 })[0]).toBe('0 statements wait; the limit is 9.');
    expect(findings['grades.failed']({ count: 1 })[0]).toBe('1 grade was given up.');
    expect(findings['clock.off']({ seconds: -1 })[0]).toBe('The clock seems to be 1 second slow.');
    expect(findings['content.problems']({ count: 1 })).toEqual([
      'The content has 1 error.',
      '`scenario check` names it.',
    ]);
    expect(doctorFr.findings['content.fine']({ forms: 0 })[0]).toBe('0 parcours peut être joué.');
    expect(doctorFr.findings['key.unreadable']({ count: 1, opened: 0 })[0]).toBe(
      'Aucune clé donnée n’ouvre 1 valeur scellée.',
    );
  });

  it('of upkeep have the singular for 1', () => {
    expect(upkeepEn.rotateUnreadable(1)).toContain('opens 1 value. Set SECRET_KEY_PREVIOUS');
    expect(upkeepEn.rotateUnreadable(2)).toContain('opens 2 values. Set SECRET_KEY_PREVIOUS');
  });

  it('of a refused start have the singular for 1', () => {
    const fault = { setting: 'HOST', kind: 'too-short', limit: '1' } as const;
    expect(explainFault(fault, 'en')).toBe('HOST: must have at least 1 character');
    expect(explainFault({ ...fault, limit: '32' }, 'fr')).toBe(
      'HOST\u00a0: doit avoir au moins 32 caractères',
    );
  });

  it('of a grade comment have the form of their language', () => {
    const heads = ([0, 1, 2] as const).map((scenes) =>
      (['fr', 'en'] as const).map((language) => commentWords[language].head(1, scenes)),
    );
    expect(heads).toEqual([
      ['NUM+ essai 1 (0 scène, version pilote).', 'NUM+ attempt 1 (0 scenes, pilot version).'],
      ['NUM+ essai 1 (1 scène, version pilote).', 'NUM+ attempt 1 (1 scene, pilot version).'],
      ['NUM+ essai 1 (2 scènes, version pilote).', 'NUM+ attempt 1 (2 scenes, pilot version).'],
    ]);
  });
});
