/** Evidence with one condition less, to see whether anything notices. */
import { allParts } from '../../scenarios/checks/rule-words.ts';
import { readExpression } from '../../scenarios/evidence/expressions.ts';
import type { EvidenceFile } from '../../scenarios/schema/scenario.ts';
import type { ProblemPath } from '../../scenarios/kit/yaml-source.ts';

export interface Mutant {
  readonly evidence: EvidenceFile;
  /** The expression that is changed. */
  readonly path: ProblemPath;
  /** What is left out of it. */
  readonly without: string;
}

/** One for each side of each `&&` and `||`, and one for each `!`, in rules, definitions and misconceptions. */
export function listMutants(evidence: EvidenceFile): readonly Mutant[] {
  const { definitions, rules, misconceptions } = evidence;
  return [
    ...definitions.flatMap(({ name, is }, index) =>
      shorten(name, is).map(({ source, without }) => ({
        evidence: { ...evidence, definitions: definitions.with(index, { name, is: source }) },
        path: ['definitions', index, 'is'],
        without,
      })),
    ),
    ...rules.flatMap((rule, index) =>
      shorten(rule.id, rule.when).map(({ source, without }) => ({
        evidence: { ...evidence, rules: rules.with(index, { ...rule, when: source }) },
        path: ['rules', index, 'when'],
        without,
      })),
    ),
    ...misconceptions.flatMap((one, index) =>
      shorten(one.id, one.when).map(({ source, without }) => ({
        evidence: { ...evidence, misconceptions: misconceptions.with(index, { ...one, when: source }) },
        path: ['misconceptions', index, 'when'],
        without,
      })),
    ),
  ];
}

interface Shorter {
  readonly source: string;
  readonly without: string;
}

function shorten(where: string, source: string): readonly Shorter[] {
  return allParts(readExpression(where, source)).flatMap(({ op, start, end, parts }): Shorter[] => {
    const put = (text: string): string => `${source.slice(0, start)}(${text})${source.slice(end)}`;
    const textOf = (part: { readonly start: number; readonly end: number }): string =>
      source.slice(part.start, part.end);
    const [left, right] = parts;
    if (left === undefined) return [];
    if (op === '!_') return [{ source: put(textOf(left)), without: '!' }];
    if ((op !== '&&' && op !== '||') || right === undefined) return [];
    return [
      { source: put(textOf(left)), without: `${op} ${textOf(right)}` },
      { source: put(textOf(right)), without: `${textOf(left)} ${op}` },
    ];
  });
}
