/**
 * The least that taking a batch can cost in this world: Express 5 reads the JSON, better-sqlite3 keeps it as one row
 * that survives a power cut, and the answer is as long as the tool's. A process of its own, as the tool is.
 *
 *   tsx tests/bench/bare-endpoint.ts <port> <database file> <answer as JSON>
 */
import Engine from 'better-sqlite3';
import express from 'express';

const [port = '0', file = '', answer = '{}'] = process.argv.slice(2);
const database = new Engine(file);
database.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE batches (bytes TEXT NOT NULL)',
);
const insert = database.prepare('INSERT INTO batches (bytes) VALUES (?)');
const app = express();
app.post('/api/attempts/:attemptId/actions', express.json(), (request, response) => {
  insert.run(JSON.stringify(request.body));
  response.type('json').send(answer);
});
app.listen(Number(port), '127.0.0.1', () => {
  process.stdout.write('listening\n');
});
