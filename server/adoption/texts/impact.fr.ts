import { type Block, p } from '../blocks.ts';
import type { AnswerTo } from '../fill-in.ts';
import type { KitFacts } from '../kit-facts.ts';
import { conclusionFr } from './impact-conclusion.fr.ts';
import { informationFr } from './impact-information.fr.ts';
import { projectFr } from './impact-project.fr.ts';
import { purposesFr } from './impact-purposes.fr.ts';
import { rightsFr } from './impact-rights.fr.ts';
import { risksFr } from './impact-risks.fr.ts';
import { securityFr } from './impact-security.fr.ts';

export function impactFr(facts: KitFacts, answerTo: AnswerTo): Block[] {
  return [
    p(
      'Le programme a rempli cette évaluation avec ce qu’il sait. Ce qui reste est surligné. Les réponses décrivent NUM+ tel qu’il est réglé aujourd’hui. La conclusion est au chapitre 10.',
    ),
    ...projectFr(facts),
    ...purposesFr(facts),
    ...informationFr(facts),
    ...rightsFr(facts),
    ...securityFr(facts, answerTo),
    ...risksFr(),
    ...conclusionFr(),
  ];
}
