/**
 * ltijs as its own documentation shows it, in a separate process: mounted in an Express application, with its
 * cookies, its ltik and its fetch of the key set. Only its database is ours. Arguments: file, issuer, key set.
 */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import ltijs from 'ltijs';
import { registerPlatform } from '../../lti/engine/registry.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/open.ts';
import { createPlainDatabase } from './plain-ltijs-database.ts';

const [file = '', issuer = '', keySetUrl = '', clientId = ''] = process.argv.slice(2);
const storage = await openSqliteStorage({ file });
const database = createPlainDatabase({
  rows: storage.ltiRows,
  encryptionKeys: [randomBytes(32)],
  clock: Date.now,
  findLaunchKey: () => undefined,
});
await registerPlatform(database, {
  name: 'Stub',
  issuer,
  clientId,
  keySetUrl,
  authorizationUrl: `${issuer}/auth`,
  tokenUrl: `${issuer}/token`,
});

const engine = new ltijs.Provider.constructor();
engine.setup(
  randomBytes(32).toString('base64url'),
  { plugin: database },
  {
    appRoute: '/',
    loginRoute: '/login',
    keysetRoute: '/keys',
    dynRegRoute: '/register',
    ltiaas: false,
    devMode: false,
    cors: true,
    tokenMaxAge: 10,
    cookies: { secure: true, sameSite: 'None' },
  },
);
// What an application sends once ltijs has let someone in.
engine.onConnect((_token, _request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end('{"page":"play"}');
});
await engine.deploy({ serverless: true, silent: true });

const app = express();
app.use('/lti', engine.app);
const server = createServer(app);
server.listen(0, '127.0.0.1', () => {
  // A TCP server's address is an object; only pipes have strings.
  process.stdout.write(`listening ${(server.address() as AddressInfo).port}\n`);
});
