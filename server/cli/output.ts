import type { Problem } from '../../scenarios/kit/yaml-source.ts';

/** Characters that control a terminal, break a line, change its direction or are not seen. Ids of LMSs may hold any. */
const steering = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Escapes these characters as JSON does. */
export function spellOut(text: string): string {
  return text.replaceAll(steering, (one) => one.split('').map(escapeUnit).join(''));
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

export function printRows(
  rows: readonly Readonly<Record<string, string | number | null>>[],
  json: boolean,
): void {
  if (json) {
    printJson(rows);
    return;
  }
  const [first] = rows;
  if (first === undefined) {
    process.stdout.write('nothing\n');
    return;
  }
  const names = Object.keys(first);
  const cells = [names, ...rows.map((row) => names.map((name) => spellOut(String(row[name] ?? '–'))))];
  const widths = names.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  for (const line of cells) {
    process.stdout.write(
      `${line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
  }
}

/** Returns the number of errors. */
export function printProblems(
  problems: readonly Problem[],
  json: boolean,
  says: (problem: Problem) => string = ({ code, params }) => `${code} ${JSON.stringify(params)}`,
): number {
  const rows = problems.map((problem) => {
    const { severity, file, line, code, params } = problem;
    return json
      ? { severity, file, line, code, params: JSON.stringify(params), says: says(problem) }
      : { severity, file, line, says: says(problem) };
  });
  if (rows.length > 0 || json) printRows(rows, json);
  return problems.filter(({ severity }) => severity === 'error').length;
}

export function printJson(value: unknown): void {
  // Line breaks between the parts are our own.
  process.stdout.write(`${JSON.stringify(value, null, 2).split('\n').map(spellOut).join('\n')}\n`);
}
