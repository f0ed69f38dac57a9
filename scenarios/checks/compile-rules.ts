import { compileEvidence, type Evidence } from '../evidence/evaluate.ts';
import { ExpressionError, missingOf } from '../evidence/expressions.ts';
import type { Problem } from '../kit/yaml-source.ts';
import { describeRuleFault } from './rule-fault.ts';
import type { ScenarioFiles } from './scenario-files.ts';
import type { Vocabularies } from './vocabulary-files.ts';

/** `evidence` is null if a rule does not compile. */
export function compileRules(
  files: ScenarioFiles,
  vocabularies: Vocabularies,
): {
  readonly problems: readonly Problem[];
  readonly evidence: Evidence | null;
} {
  try {
    const texts = [files.evidenceTexts.fr.data, files.evidenceTexts.en.data];
    const shared = files.evidence.data.vocabularies.flatMap((name) => vocabularies.get(name) ?? []);
    return { problems: [], evidence: compileEvidence(files.evidence.data, texts, shared) };
  } catch (fault) {
    if (!(fault instanceof ExpressionError)) throw fault;
    return { problems: [ruleProblem(files, fault)], evidence: null };
  }
}

/** Points at the rule, definition or misconception in the author's file. */
export function ruleProblem(files: ScenarioFiles, fault: ExpressionError): Problem {
  const { definitions, rules, misconceptions } = files.evidence.data;
  const places = [
    ...definitions.map(({ name }, index) => ({ id: name, path: ['definitions', index, 'is'] })),
    ...rules.map(({ id }, index) => ({ id, path: ['rules', index, 'when'] })),
    ...rules.map(({ id }, index) => ({ id: missingOf(id), path: ['rules', index, 'missing'] })),
    ...misconceptions.map(({ id }, index) => ({ id, path: ['misconceptions', index, 'when'] })),
  ];
  const path = places.find(({ id }) => id === fault.where)?.path ?? [];
  const reason = fault.message.replace(`${fault.where}: `, '');
  const params = { rule: fault.where, ...describeRuleFault(reason) };
  return files.evidence.problem('error', path, 'rule.unsound', params);
}
