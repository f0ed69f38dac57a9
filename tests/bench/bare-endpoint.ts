/**
 * What taking a batch costs a plain program in this world: Express 5 reads the JSON, better-sqlite3 keeps it as one row
 * that survives a power cut, and the answer is the tool's, with its headers. A process of its own, as the tool is.
 *
 *   tsx tests/bench/bare-endpoint.ts <port> <database file> <answer as JSON: head and text>
 */
import Engine from 'better-sqlite3';
import express from 'express';

const [port = '0', file = '', answer = '{}'] = process.argv.slice(2);
const { head, text } = JSON.parse(answer) as { readonly head: readonly string[]; readonly text: string };
/** Those that Node writes by itself. */
const ownHeaders = new Set(['Date', 'Connection', 'Keep-Alive', 'Content-Length']);
const headers = head.flatMap((name, index) =>
  index % 2 === 0 && !ownHeaders.has(name) ? [[name, head[index + 1] ?? ''] as const] : [],
);
const database = new Engine(file);
database.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE batches (bytes TEXT NOT NULL)',
);
const insert = database.prepare('INSERT INTO batches (bytes) VALUES (?)');
const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.post('/api/attempts/:attemptId/actions', express.json(), (request, response) => {
  insert.run(JSON.stringify(request.body));
  for (const [name, value] of headers) response.setHeader(name, value);
  response.send(text);
});
app.listen(Number(port), '127.0.0.1', () => {
  process.stdout.write('listening\n');
});
