/**
 * A copy of FerretDB with indexes, for chaos and load: the published one reads a whole collection for one
 * document.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const engine = 'github.com/FerretDB/FerretDB';
/** Parts of FerretDB's SQLite side that are replaced (where.go.txt). */
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
 * @param {string} cwd folder of the main that uses FerretDB
 * @param {string} folder target of the copy
 * @returns {string | undefined} go.mod to build with; undefined if the download failed
 */
export function changeEngine(cwd, folder) {
  const asked = { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 2] };
  const { status, stdout } = spawnSync('go', ['mod', 'download', '-json', engine], asked);
  if (status !== 0) return undefined;
  const original = JSON.parse(stdout).Dir;
  const copy = join(folder, 'engine');
  rmSync(copy, { recursive: true, force: true });
  // Not cpSync: it would also copy Go's read-only flags.
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
