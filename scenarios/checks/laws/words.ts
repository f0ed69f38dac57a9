import type { Problem } from '../../kit/yaml-source.ts';
import { readsText } from '../rule-words.ts';
import { type LawScene, ruleFinding } from './law-scene.ts';

/** Law 10: a rule that reads typed text names the corpora that prove its reading. */
export function findWords(scene: LawScene): readonly Problem[] {
  const { definitions } = scene.files.evidence.data;
  return scene.evidence.rules
    .filter((rule) => rule.corpora === undefined && readsText(definitions, rule))
    .map((rule) => ruleFinding(scene, rule, 'law.words', { law: 10 }));
}
