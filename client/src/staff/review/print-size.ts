import type { StaffReview } from '../../../../server/contract/review.ts';

export type PrintSize = 'large' | 'medium' | 'small';

type Parts = Pick<StaffReview, 'levels' | 'scenes' | 'talkingPoints' | 'nextSteps'>;

/** Only so many are on the sheet. */
const mostPoints = 6;

/**
 * Lines that each part takes on paper, about. The rest of the sheet always takes the same: a short sheet has room for
 * larger type on its one page, and the fullest one needs the small type.
 */
const linesOf = { bar: 1, scene: 1, point: 2, step: 4 } as const;
const mostLines = { large: 19, medium: 29 } as const;

/** The type in which a sheet fills one printed page without going beyond it. */
export function choosePrintSize({ levels, scenes, talkingPoints, nextSteps }: Parts): PrintSize {
  const lines =
    (levels?.dimensions.length ?? 0) * linesOf.bar +
    scenes.length * linesOf.scene +
    Math.min(talkingPoints.length, mostPoints) * linesOf.point +
    nextSteps.reduce((sum, { left }) => sum + linesOf.step + Math.min(left.length, 1), 0);
  if (lines <= mostLines.large) return 'large';
  return lines <= mostLines.medium ? 'medium' : 'small';
}
