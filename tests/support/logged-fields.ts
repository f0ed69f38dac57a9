/**
 * Fields that the server writes to its log. Nothing lists them at run time, so the compiler tells the type of the
 * details of each call: also of those that are spread or come from elsewhere.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');
const methods = new Set(['debug', 'info', 'warn', 'error']);

/** Names at the top of a line, without those that pino adds. */
export function listLoggedFields(): string[] {
  const program = createProgram();
  const checker = program.getTypeChecker();
  const fields = new Set<string>();
  const visit = (node: ts.Node): void => {
    const details = detailsOf(node, checker);
    if (details !== null)
      for (const name of namesOf(checker.getTypeAtLocation(details), checker)) fields.add(name);
    ts.forEachChild(node, visit);
  };
  for (const file of program.getRootFileNames()) {
    const source = program.getSourceFile(file);
    if (source !== undefined) visit(source);
  }
  return [...fields].toSorted();
}

function createProgram(): ts.Program {
  const files = ['server', 'lti', 'xapi'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(root, folder, name)),
  );
  const logging = files.filter((file) => /\blog\b/i.test(readFileSync(file, 'utf8')));
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as {
    config: unknown;
  };
  return ts.createProgram(logging, ts.parseJsonConfigFileContent(config, ts.sys, root).options);
}

/** The details of `log.info(details, message)`; null if the node is something else. */
function detailsOf(node: ts.Node, checker: ts.TypeChecker): ts.Expression | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const { expression: log, name } = node.expression;
  if (!methods.has(name.text) || node.arguments.length !== 2) return null;
  const isLog = checker.getTypeAtLocation(log).getProperty('info') !== undefined;
  return isLog ? (node.arguments[0] ?? null) : null;
}

function namesOf(type: ts.Type, checker: ts.TypeChecker): string[] {
  const kinds = type.isUnion() ? type.types : [type];
  return kinds.flatMap((kind) => checker.getPropertiesOfType(kind).map(({ name }) => name));
}
