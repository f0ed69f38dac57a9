/** EAP estimate by quadrature (Bock and Mislevy 1982), in logits. Pass no responses for missing items. */
import { levelShares, nameLevel } from './levels.ts';
import { likelihoodOf } from './likelihood.ts';
import { posteriorOf, summarise } from './posterior.ts';
import type { Bank, Estimate, Response } from '../kit/measurement-types.ts';

/** In standard errors: half the central 80 % of a normal distribution. */
const bandHalfWidth = 1.28;

/**
 * Without responses it returns the prior: never report it. The band includes the uncertainty of difficulties;
 * the level shares do not.
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

/** Error due to g guesses among n difficulties, logits: σ_b √g / n. See Model in docs/researchers/en/measurement.md. */
export function difficultyError(responses: readonly Response[], { difficultyDoubt }: Bank): number {
  const guesses = responses.filter(({ item }) => item.provenance === 'expert-guess').length;
  return guesses === 0 ? 0 : (difficultyDoubt * Math.sqrt(guesses)) / responses.length;
}
