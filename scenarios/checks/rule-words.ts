/** What the expressions of a scene name. */
import { type ExpressionPart, readExpression } from '../evidence/expressions.ts';
import type { EvidenceFile } from '../schema/scenario.ts';

type Definitions = EvidenceFile['definitions'];

/** Texts written out in an expression, as `"m2"`. @throws ExpressionError */
export function literalsOf(where: string, source: string): readonly string[] {
  return allParts(readExpression(where, source)).flatMap(({ op, text }) =>
    op === 'value' && text !== null ? [text] : [],
  );
}

/** Whether a rule depends on what a text says, itself or through definitions. @throws ExpressionError */
export function readsText(
  definitions: Definitions,
  { id, when }: { readonly id: string; readonly when: string },
): boolean {
  const parts = allParts(readExpression(id, when));
  const readsIt = parts.some(({ op, text }) => op === '.' && (text === 'features' || text === 'says'));
  const used = definitions.filter(({ name }) => parts.some(({ op, text }) => op === 'id' && text === name));
  return readsIt || used.some(({ name, is }) => readsText(definitions, { id: name, when: is }));
}

export function allParts(part: ExpressionPart): readonly ExpressionPart[] {
  return [part, ...part.parts.flatMap(allParts)];
}
