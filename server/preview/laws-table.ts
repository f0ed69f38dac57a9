import type { Problem } from '../../scenarios/kit/yaml-source.ts';
import type { LawRow, PreviewFinding } from '../contract/preview.ts';

/** By number, 1 to 13. */
export type LawNames = Readonly<Record<'fr' | 'en', Readonly<Record<number, string>>>>;

const all = 13;
/** No check can see them. */
const judgedByPeople: readonly number[] = [11, 12];

export function tabulateLaws(
  problems: readonly Problem[],
  names: LawNames,
  tell: (problem: Problem) => PreviewFinding,
): readonly LawRow[] {
  return Array.from({ length: all }, (_, index): LawRow => {
    const law = index + 1;
    const findings = problems.filter(({ params }) => Number(params.law) === law).map(tell);
    const kept = judgedByPeople.includes(law) ? 'people' : 'kept';
    return {
      law,
      name: { fr: names.fr[law] ?? '', en: names.en[law] ?? '' },
      state: findings.length > 0 ? 'broken' : kept,
      findings,
    };
  });
}
