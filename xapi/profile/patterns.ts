/** Order of an attempt's (a registration's) statements, by timestamp. */
import type { Label } from '../statement.ts';
import { base, profileVersionId } from '../vocabulary.ts';
import type { Parts, Pattern } from './profile-types.ts';
import { actTemplateNames, type LifeTemplateName, templateId } from './templates.ts';

type PatternName =
  | 'attempt'
  | 'arrival'
  | 'launches'
  | 'waiting'
  | 'wait'
  | 'research-wish'
  | 'research-answer'
  | 'early-ends'
  | 'early-end'
  | 'course'
  | 'early-close'
  | 'play'
  | 'rounds'
  | 'reopened-round'
  | 'round'
  | 'steps'
  | 'step'
  | 'aside'
  | 'scene'
  | 'scene-steps'
  | 'scene-step'
  | 'item-results'
  | 'item-result'
  | 'whole'
  | 'ending'
  | 'afterwards'
  | 'afterthought';

/** The pattern's name ends its id. What happens between scenes may also happen within one. */
const parts: Readonly<Record<PatternName, Parts>> = {
  attempt: { sequence: [pattern('arrival'), pattern('early-ends'), pattern('course')] },
  arrival: {
    sequence: [
      ...[pattern('launches'), template('policy-accepted'), pattern('research-wish')],
      // The person left after the notice and came back before the start.
      pattern('waiting'),
    ],
  },
  launches: { oneOrMore: template('launched') },
  waiting: { zeroOrMore: pattern('wait') },
  wait: { alternates: [template('launched'), template('invalidated'), template('reinstated')] },
  'research-wish': { optional: pattern('research-answer') },
  'research-answer': {
    alternates: [template('policy-accepted'), template('policy-denied'), template('policy-retracted')],
  },
  // Attempts closed before the start and reopened by staff.
  'early-ends': { zeroOrMore: pattern('early-end') },
  'early-end': {
    sequence: [pattern('early-close'), template('reopened'), pattern('waiting')],
  },
  'early-close': { sequence: [template('abandoned'), pattern('afterwards')] },
  course: { alternates: [pattern('play'), pattern('early-close')] },
  play: { sequence: [template('initialized'), pattern('rounds'), pattern('round')] },
  // Staff reopened the attempt after each round but the last.
  rounds: { zeroOrMore: pattern('reopened-round') },
  'reopened-round': { sequence: [pattern('round'), template('reopened')] },
  round: {
    sequence: [pattern('steps'), pattern('whole'), pattern('ending'), pattern('afterwards')],
  },
  steps: { zeroOrMore: pattern('step') },
  step: { alternates: [pattern('aside'), pattern('scene')] },
  aside: {
    alternates: [
      ...[template('suspended'), template('resumed'), template('launched')],
      ...[template('language-changed'), template('setting-changed'), template('assisted')],
      ...[template('device-used'), template('came-back'), template('end-asked'), template('prevented')],
      ...[template('policy-accepted'), template('policy-denied'), template('policy-retracted')],
      ...[template('offer-accepted'), template('offer-denied')],
      ...[template('invalidated'), template('reinstated')],
    ],
  },
  scene: {
    sequence: [
      ...[template('scene-accessed'), pattern('scene-steps')],
      ...[pattern('item-results'), template('scene-left')],
    ],
  },
  'scene-steps': { zeroOrMore: pattern('scene-step') },
  'scene-step': { alternates: [pattern('aside'), ...actTemplateNames.map(templateId)] },
  'item-results': { zeroOrMore: pattern('item-result') },
  'item-result': { alternates: [template('item-answered'), template('item-omitted')] },
  whole: { optional: template('completed') },
  ending: { alternates: [template('terminated'), template('abandoned')] },
  afterwards: { zeroOrMore: pattern('afterthought') },
  afterthought: {
    alternates: [
      ...[template('scored'), template('item-scored'), template('rescored')],
      ...[template('invalidated'), template('reinstated')],
    ],
  },
};

const label: Label = { en: 'An attempt', fr: 'Un essai' };

const definition: Label = {
  en: 'An attempt from its launch to its end: launched, the notice, scenes one after the other, and how it ended. Staff may open an ended attempt again: then it goes on in the same registration, and ends once more. Every statement of an attempt has its part, at tier 1 and 2 as well as at tier 3. Pauses, returns from the course and changes of comfort may come at any time. What staff try out gives no statement, so a launch by staff has neither registration nor category here.',
  fr: 'Un essai, du lancement à la fin\u00a0: le lancement, l’avis, les scènes une après l’autre, et la façon de finir. Le personnel peut rouvrir un essai fini\u00a0: il continue alors sous la même inscription, et finit encore une fois. Chaque énoncé d’un essai y a sa place, aux niveaux 1 et 2 comme au niveau 3. Les pauses, les retours depuis le cours et les réglages de confort peuvent venir à tout moment. Les essais du personnel ne donnent aucun énoncé\u00a0: un lancement par le personnel n’a donc ici ni inscription ni catégorie.',
};

export function createPatterns(): Pattern[] {
  return Object.entries(parts).map(([name, of]) => ({
    id: pattern(name as PatternName),
    type: 'Pattern',
    inScheme: profileVersionId,
    ...(name === 'attempt' ? { primary: true, prefLabel: label, definition } : { primary: false }),
    ...of,
  }));
}

function pattern(name: PatternName): string {
  return `${base}patterns/${name}`;
}

function template(name: LifeTemplateName): string {
  return templateId(name);
}
