/**
 * The estimate for reports: EAP by quadrature, its error including the uncertainty of guessed difficulties,
 * the 80 % band and the levels (assessment.md §0, §3.2). Missing items are not among the responses. Logits.
 */
import { levelShares, nameLevel } from './levels.ts';
import { likelihoodOf } from './likelihood.ts';
import { posteriorOf, summarise } from './posterior.ts';
import type { Bank, Estimate, Response } from '../kit/measurement-types.ts';

export { estimateMap, estimateMl, estimateWle } from './point-estimates.ts';

/** Standard errors from the middle to either end of the central 80 % of a normal distribution. */
const bandHalfWidth = 1.28;

/**
 * Estimates an ability by the bank's prior and cuts. Without responses it is the prior: use it to choose the
 * first scene, never to report. The level shares are the posterior's; the band includes the uncertainty of
 * difficulties.
 */
export function estimateEap(responses: readonly Response[], bank: Bank): Estimate {
  const posterior = posteriorOf(responses.map(likelihoodOf), bank.prior);
  const { theta, se: posteriorError } = summarise(posterior);
  const se = Math.hypot(posteriorError, difficultyError(responses, bank));
  const shares = levelShares(posterior, bank.cuts);
  return {
    theta,
    se,
    band: [theta - bandHalfWidth * se, theta + bandHalfWidth * se],
    levelShares: shares,
    ...nameLevel(shares),
    items: responses.length,
  };
}

/**
 * Error of an ability due to uncertain difficulties, logits: that of a mean of n difficulties of which g are
 * guesses, σ_b √g / n. If all are guesses, this is σ_b / √n as in assessment.md §3.2; calibrated items add
 * none.
 */
export function difficultyError(responses: readonly Response[], { difficultyDoubt }: Bank): number {
  const guesses = responses.filter(({ item }) => item.provenance === 'expert-guess').length;
  return guesses === 0 ? 0 : (difficultyDoubt * Math.sqrt(guesses)) / responses.length;
}
