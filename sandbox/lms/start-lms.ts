import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { createAccessTokens } from './access-tokens.ts';
import { createAddresses } from './addresses.ts';
import { createApp } from './app.ts';
import { applyControl } from './control.ts';
import { createDeepLinkTickets } from './deep-link-tickets.ts';
import { addExamples } from './examples.ts';
import { createFaults } from './faults.ts';
import { listGradeEntries } from './gradebook.ts';
import { createLaunches } from './launches.ts';
import type { LmsOptions, RunningLms } from './lms-options.ts';
import { createPlatformKeys } from './platform-keys.ts';
import type { Platform } from './platform.ts';
import { getProfile } from './profiles.ts';
import { createSelections } from './selection-settings.ts';
import { noStorage } from './platform-storage.ts';
import { findActiveTool } from './registered-tools.ts';
import { createRegistrationPasses } from './registration-passes.ts';
import { createServiceLog } from './service-log.ts';
import { openStore } from './store.ts';
import type { Store } from './store.ts';
import { createToolKeys } from './tool-keys.ts';

/** Digits as in Moodle's launch ids, long enough not to be guessed. */
function randomDigits(): string {
  return BigInt(`0x1${randomBytes(16).toString('hex')}`).toString();
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

function createPlatform(options: LmsOptions, store: Store, ownAddress: string): Platform {
  const clock = options.clock ?? (() => new Date());
  const keys = createPlatformKeys(store);
  const faults = createFaults();
  return {
    addresses: createAddresses(options.publicUrl ?? ownAddress, options.serviceUrl ?? ownAddress),
    store,
    keys,
    passes: createRegistrationPasses(keys, clock),
    toolKeys: createToolKeys(faults),
    faults,
    launches: createLaunches(randomDigits),
    tickets: createDeepLinkTickets(randomDigits),
    selections: createSelections(),
    tokens: createAccessTokens(clock, () => randomBytes(16).toString('hex')),
    serviceLog: createServiceLog(),
    clock,
    randomDigits,
    profile: getProfile('moodle'),
    storage: noStorage,
    tool: findActiveTool(store) ?? options.tool,
    examples: options.withExamples === true ? { played: 0, arePlaying: false } : undefined,
  };
}

export async function startLms(options: LmsOptions): Promise<RunningLms> {
  const store = await openStore(options.dataFile, options.signingKey);
  if (options.withExamples === true) addExamples(store);
  // Longer than a client's pauses, so that it does not send into a closing connection.
  const server = createServer({ keepAliveTimeout: 65_000 });
  const port = await listen(server, options.host, options.port);
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  const platform = createPlatform(options, store, `http://${host}:${port}`);
  server.on('request', createApp(platform));
  const { publicUrl, serviceUrl, authorization, token, keySet } = platform.addresses;
  return {
    publicUrl,
    serviceUrl,
    port,
    issuer: publicUrl,
    endpoints: { authorization, token, keySet },
    setTool(tool) {
      platform.tool = tool;
    },
    gradebook: () => listGradeEntries(store),
    serviceCalls: () => platform.serviceLog.list(),
    control: (command) => applyControl(platform, command),
    close: () => closeServer(server),
  };
}
