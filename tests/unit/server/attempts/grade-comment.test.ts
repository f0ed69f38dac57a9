import { describe, expect, it } from 'vitest';
import { type Dimension, dimensions } from '../../../../scenarios/kit/dimensions.ts';
import type { Level, Measure } from '../../../../scenarios/kit/measurement-types.ts';
import {
  dimensionComment,
  doneComment,
  gradeComment,
  levelComment,
} from '../../../../server/attempts/grade-comment.ts';
import type { Told } from '../../../../server/told/tell.ts';
import { sampleMeasure } from '../../../contract/storage/sample-attempts.ts';

const nothing = { told: toldOf([], []) } as const;

function toldOf(
  strengths: readonly Dimension[],
  steps: readonly Dimension[],
): Pick<Told, 'strengths' | 'nextSteps'> {
  return {
    strengths,
    nextSteps: steps.map((dimension) => ({ dimension, stage: 1, practice: null, left: [] })),
  };
}

function measure(scenes: number, level: Level, between: Level | null, scoreBand: [number, number]): Measure {
  return { ...sampleMeasure, scenes, overall: { ...sampleMeasure.overall, level, between, scoreBand } };
}

/** Some gradebooks cut longer comments. */
const longestComment = 300;

describe('the comment beside a grade', () => {
  it('gives level, band, strengths and next step in French', () => {
    const comment = gradeComment('fr', {
      attemptNumber: 1,
      measure: measure(10, 3, null, [58, 72]),
      told: toldOf(['COM', 'OUT'], ['SEC']),
    });
    expect(comment).toBe(
      'NUM+ essai 1 (10 scènes, version pilote). Niveau global\u00a0: Je fais sans aide (3 sur 4), marge 58–72. Forces\u00a0: Communiquer, Appareils. Prochain pas\u00a0: Se protéger. Rapport complet dans NUM+. Ce n’est pas une note d’examen.',
    );
  });

  it('gives the same in English', () => {
    const comment = gradeComment('en', {
      attemptNumber: 1,
      measure: measure(10, 3, null, [58, 72]),
      told: toldOf(['COM', 'OUT'], ['SEC']),
    });
    expect(comment).toBe(
      'NUM+ attempt 1 (10 scenes, pilot version). Overall: I can do it on my own (3 of 4), range 58–72. Strengths: Communicate, Devices. Next step: Stay safe. Full report in NUM+. This is not an exam grade.',
    );
  });

  it('names both levels when neither is clear, the lower first', () => {
    const facts = { attemptNumber: 1, measure: measure(1, 3, 2, [41, 63]), ...nothing };
    expect(gradeComment('fr', facts)).toBe(
      'NUM+ essai 1 (1 scène, version pilote). Niveau global\u00a0: entre «\u00a0Je fais avec un peu d’aide\u00a0» et «\u00a0Je fais sans aide\u00a0» (2–3 sur 4), marge 41–63. Rapport complet dans NUM+. Ce n’est pas une note d’examen.',
    );
    expect(gradeComment('en', facts)).toContain(
      'between “I can do it with some help” and “I can do it on my own” (2–3 of 4), range 41–63.',
    );
  });

  it('says « fait » alone below a level: no level and no number but that of the attempt', () => {
    expect(doneComment('fr', 2)).toBe('NUM+ essai 2\u00a0: fait. Le détail est dans NUM+.');
    expect(doneComment('en', 2)).toBe('NUM+ attempt 2: done. See the details in NUM+.');
  });

  it('says in words what the number of a level stands for', () => {
    const facts = {
      attemptNumber: 1,
      scenes: 7,
      dimension: null,
      estimate: { level: 3, between: null },
    } as const;
    expect(levelComment('fr', facts)).toBe(
      'NUM+ essai 1 (7 scènes, version pilote). Niveau global\u00a0: Je fais sans aide (3 sur 4). La note 75 veut dire\u00a0: niveau 3 sur 4. Rapport complet dans NUM+. Ce n’est pas une note d’examen.',
    );
    expect(levelComment('en', { ...facts, dimension: 'SEC' })).toMatch(
      /: I can do it on my own \(3 of 4\)\. The grade 75 means level 3 of 4\./,
    );
  });

  const levels: readonly (readonly [Level, Level | null])[] = [
    ...([1, 2, 3, 4] as const).map((level) => [level, null] as const),
    ...([1, 2, 3] as const).map((level) => [level, (level + 1) as Level] as const),
  ];
  const pairs = dimensions.flatMap((one) =>
    dimensions.filter((other) => other !== one).map((other) => [one, other] as const),
  );

  it.each(['fr', 'en'] as const)(
    'has at most 300 characters of plain text, whatever its facts (%s)',
    (language) => {
      for (const [level, between] of levels) {
        for (const strengths of pairs) {
          const comment = gradeComment(language, {
            attemptNumber: 1_000,
            measure: measure(16, level, between, [88, 100]),
            told: toldOf(strengths, strengths.toReversed()),
          });
          expect(comment.length).toBeLessThanOrEqual(longestComment);
          expect(comment).not.toMatch(/[<>&\n\r\t]| {2}/);
          // These parts are never dropped.
          expect(comment).toMatch(/^NUM\+ (essai|attempt) 1000 .*\b88–100\. /);
          expect(comment).toMatch(/(Ce n’est pas une note d’examen|This is not an exam grade)\.$/);
        }
      }
    },
  );

  it.each(['fr', 'en'] as const)('is as short for one dimension (%s)', (language) => {
    for (const [level, between] of levels) {
      for (const dimension of dimensions) {
        const estimate = { ...sampleMeasure.overall, level, between };
        const facts = {
          attemptNumber: 1_000,
          scenes: 16,
          dimension,
          estimate,
          scoreBand: [88, 100] as const,
        };
        const comment = dimensionComment(language, facts);
        expect(comment.length).toBeLessThanOrEqual(longestComment);
        expect(comment).not.toMatch(/[<>&\n\r\t]| {2}/);
      }
    }
  });
});
