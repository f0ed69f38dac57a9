/** The comment beside a grade: plain text that is safe in both of Moodle's renderings (no `<`, no line break). */
import type { Dimension, SceneResult } from '../../scenarios/log.ts';
import type { Language } from '../../scenarios/world/base.ts';
import { dimensionNames } from './dimension-names.ts';

interface CommentFacts {
  readonly attemptNumber: number;
  readonly results: readonly SceneResult[];
}

/** Points per dimension in words, at most 300 characters (assessment.md §6.4). */
export function gradeComment(language: Language, { attemptNumber, results }: CommentFacts): string {
  const scenes = results.length;
  const points = pointsByDimension(results).map(
    ([dimension, earned, possible]) => `${dimensionNames[language][dimension]} ${earned}/${possible}`,
  );
  return language === 'fr'
    ? `NUM+ essai ${attemptNumber} (${scenes} ${scenes > 1 ? 'scènes' : 'scène'}, version pilote). Points observés\u00a0: ${points.join(', ')}. Ce n’est pas une note d’examen.`
    : `NUM+ attempt ${attemptNumber} (${scenes} ${scenes > 1 ? 'scenes' : 'scene'}, pilot version). Points seen: ${points.join(', ')}. This is not an exam mark.`;
}

function pointsByDimension(results: readonly SceneResult[]): [Dimension, number, number][] {
  const sums = new Map<Dimension, [number, number]>();
  for (const item of results.flatMap((result) => result.items)) {
    const [earned, possible] = sums.get(item.dimension) ?? [0, 0];
    sums.set(item.dimension, [earned + item.points, possible + item.max]);
  }
  return [...sums].map(([dimension, [earned, possible]]) => [dimension, earned, possible]);
}
