import { type Block, p } from '../blocks.ts';
import type { AnswerTo } from '../fill-in.ts';
import type { KitFacts } from '../kit-facts.ts';
import { conclusionEn } from './impact-conclusion.en.ts';
import { informationEn } from './impact-information.en.ts';
import { projectEn } from './impact-project.en.ts';
import { purposesEn } from './impact-purposes.en.ts';
import { rightsEn } from './impact-rights.en.ts';
import { risksEn } from './impact-risks.en.ts';
import { securityEn } from './impact-security.en.ts';

export function impactEn(facts: KitFacts, answerTo: AnswerTo): Block[] {
  return [
    p(
      'The program has filled in this assessment with what it knows. What is left is highlighted. The answers describe NUM+ as it is set up today. The conclusion is chapter 10.',
    ),
    ...projectEn(facts),
    ...purposesEn(facts),
    ...informationEn(facts),
    ...rightsEn(facts),
    ...securityEn(facts, answerTo),
    ...risksEn(),
    ...conclusionEn(),
  ];
}
