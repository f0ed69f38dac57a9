/**
 * A copy of FerretDB that finds documents by its indexes. As published, FerretDB over SQLite reads a whole collection
 * to answer a question about one document: right, and too slow for hundreds of learners on five processes. So chaos and
 * load on MongoDB use this copy; every test of the adapter uses FerretDB as it is published.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const engine = 'github.com/FerretDB/FerretDB';
/** What of FerretDB's SQLite side is built otherwise: documents are found by indexes (where.go.txt). */
const changes = [
  {
    file: ['backends', 'sqlite', 'metadata', 'metadata.go'],
    from: `IDColumn = DefaultColumn + "->'$._id'"`,
    to: `IDColumn = DefaultColumn + "->'_id'"`,
  },
  {
    file: ['backends', 'sqlite', 'collection.go'],
    from: /\tvar whereClause string\n[^]*?\n\tq \+= whereClause\n/,
    to: '\twhereClause, args := whereOf(params.Filter)\n\tq += whereClause\n',
  },
  {
    file: ['handler', 'msg_find.go'],
    from: '\t// Limit pushdown is not applied if:\n',
    to: `\tif qp.Filter.Len() > 0 && qp.Filter.Len() == params.Filter.Len() && params.Limit > 0 && params.Skip == 0 {
\t\torder := params.Sort
\t\tif order == nil {
\t\t\torder = types.MakeDocument(0)
\t\t}
\t\tqp.Filter.Set("$first", must.NotFail(types.NewDocument("sort", order, "limit", params.Limit)))
\t}

\t// Limit pushdown is not applied if:
`,
  },
];

/**
 * Copies FerretDB and changes the copy.
 * @param {string} cwd folder of the main whose FerretDB it is
 * @param {string} folder where the copy goes
 * @returns {string | undefined} the go.mod to build with; undefined where FerretDB could not be had
 */
export function changeEngine(cwd, folder) {
  const asked = { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 2] };
  // Also gets it where it is not there yet.
  const { status, stdout } = spawnSync('go', ['mod', 'download', '-json', engine], asked);
  if (status !== 0) return undefined;
  const original = JSON.parse(stdout).Dir;
  const copy = join(folder, 'engine');
  rmSync(copy, { recursive: true, force: true });
  // Not by cpSync: Go keeps its files read-only, and the copy's would be so too.
  for (const file of readdirSync(original, { recursive: true })) {
    if (!statSync(join(original, file)).isFile()) continue;
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), readFileSync(join(original, file)));
  }
  const own = join(copy, 'internal');
  writeFileSync(join(own, 'backends', 'sqlite', 'where.go'), readFileSync(join(cwd, 'where.go.txt')));
  for (const { file, from, to } of changes) {
    const before = readFileSync(join(own, ...file), 'utf8');
    const after = before.replace(from, () => to);
    if (after === before) throw new Error(`${file.join('/')} of FerretDB is not the one that is known here`);
    writeFileSync(join(own, ...file), after);
  }
  const module = join(folder, 'go.mod');
  const known = readFileSync(join(cwd, 'go.mod'), 'utf8');
  writeFileSync(module, `${known}\nreplace ${engine} => ${JSON.stringify(copy)}\n`);
  writeFileSync(join(folder, 'go.sum'), readFileSync(join(cwd, 'go.sum')));
  return module;
}
