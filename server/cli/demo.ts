/** All servers of the demo listen on loopback. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { type Config, readDemoConfig } from '../base/config.ts';
import { startServer } from '../main.ts';
import { addPlatform } from '../organisations/add-platform.ts';
import { projectRoot } from '../base/project-root.ts';
import {
  checkPorts,
  choosePorts,
  claimFolder,
  type DemoPorts,
  inFolder,
  refuseSecondDemo,
} from './demo-checks.ts';
import { DemoPeople } from './demo-people.ts';
import { addDemoStudy } from './demo-study.ts';
import { folder, port } from './option-values.ts';
import { SandboxProcesses } from './sandbox-processes.ts';
import { untilSignal } from './until-signal.ts';

interface DemoOptions extends DemoPorts {
  readonly data: string;
  readonly empty: boolean;
}

/** Public, which is harmless: the sandbox store listens on loopback only. */
const lrsCredentials = { key: 'numplus-demo', secret: 'numplus-demo' };

/** Must match the client that `--help` of the sandbox LMS names. */
const lmsClient = { clientId: 'nUm7bOuLeAuX1a2', deploymentId: '1' };

export function addDemoCommand(program: Command): void {
  const demo = program
    .command('demo')
    .description('run the tool with a sandbox LMS and a sandbox record store on this machine')
    .option('--port <port>', 'port of the tool', port, 3000)
    .option('--lms-port <port>', 'port of the sandbox LMS (default: the next one)', port)
    .option('--lrs-port <port>', 'port of the sandbox record store (default: the one after)', port)
    .option('--data <folder>', 'folder for what is played', folder, join(projectRoot, 'data'))
    .option('--empty', 'only the courses: no week, nobody who has played', false)
    .action((given: Parameters<typeof choosePorts>[0] & Pick<DemoOptions, 'data' | 'empty'>) =>
      runDemo({ ...choosePorts(given), data: given.data, empty: given.empty }, (option, value) =>
        respell(demo, option, value),
      ),
    );
}

/** `npm start` with the options that were given, and one of them changed. */
function respell(demo: Command, option: string, value: string): string {
  const given = demo.options
    .filter((one) => demo.getOptionValueSource(one.attributeName()) === 'cli')
    .map((one) => [one.long ?? '', optionWord(demo.getOptionValue(one.attributeName()))] as const);
  const words = [...new Map([...given, [option, value]])].flat().filter((word) => word !== '');
  return `npm start -- ${words.join(' ')}`;
}

const optionWord = (value: unknown): string => (value === true ? '' : String(value));

async function runDemo(given: DemoOptions, spell: (option: string, value: string) => string): Promise<void> {
  await refuseSecondDemo(given.data);
  await checkPorts(given, spell);
  const release = claimFolder(given.data, given);
  const sandbox = new SandboxProcesses();
  const people = new DemoPeople(given);
  try {
    const config = demoConfig(given);
    // The invented people know the delivered scenes only.
    const options = { ...given, empty: given.empty || config.contentDir !== null };
    process.stderr.write('→ Starting the demo\n');
    await Promise.all([
      sandbox.start('store', storeArguments(options)),
      sandbox.start('lms', lmsArguments(options)),
    ]);
    const server = await startServer(config, { worker: true });
    await introduce(server.context, options);
    announce(options);
    if (!options.empty) people.start();
    await Promise.race([untilSignal(), sandbox.ended]);
    process.stderr.write('→ Stopping the demo\n');
    await people.stop();
    await server.stop();
  } finally {
    await people.stop();
    await sandbox.stop();
    release();
  }
}

function demoConfig({ port: toolPort, lrsPort, data }: DemoOptions): Config {
  return readDemoConfig({
    PORT: String(toolPort),
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://tool.localhost:${toolPort}`,
    DATABASE_URL: `sqlite:${join(data, 'numplus.db')}`,
    SECRET_KEY: demoSecret(join(data, 'demo-secret.key')),
    // Node's resolver may not know *.localhost, so servers of the demo call each other by address.
    LRS_ENDPOINT: storeEndpoint(lrsPort),
    LRS_KEY: lrsCredentials.key,
    LRS_SECRET: lrsCredentials.secret,
    ALLOW_INSECURE_LOOPBACK: 'on',
  });
}

const storeEndpoint = (lrsPort: number): string => `http://127.0.0.1:${lrsPort}/xapi`;

function demoSecret(file: string): string {
  return inFolder(dirname(file), () => {
    if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64'), { mode: 0o600 });
    return readFileSync(file, 'utf8');
  });
}

function storeArguments({ lrsPort, data }: DemoOptions): string[] {
  return [
    ...['--port', String(lrsPort), '--public-url', `http://lrs.localhost:${lrsPort}`],
    ...['--key', lrsCredentials.key, '--secret', lrsCredentials.secret],
    ...['--data-file', join(data, 'sandbox-store.jsonl')],
  ];
}

function lmsArguments({ port: toolPort, lmsPort, data, empty }: DemoOptions): string[] {
  return [
    ...['--port', String(lmsPort), '--public-url', `http://lms.localhost:${lmsPort}`],
    ...['--service-url', `http://127.0.0.1:${lmsPort}`],
    ...['--tool-url', `http://tool.localhost:${toolPort}`],
    ...['--tool-service-url', `http://127.0.0.1:${toolPort}`],
    ...['--data-file', join(data, 'sandbox-lms.json')],
    ...(empty ? [] : ['--examples']),
  ];
}

/** Registers the demo's LMS as `platform add` would, with a study that asks about research. */
async function introduce(
  context: Awaited<ReturnType<typeof startServer>>['context'],
  { lmsPort, lrsPort, empty }: DemoOptions,
): Promise<void> {
  const issuer = `http://lms.localhost:${lmsPort}`;
  const known = await context.storage.platforms.listRegistrationsByIssuer(issuer, lmsClient.clientId);
  if (known.length > 0) return;
  await addPlatform(context, {
    name: 'Sandbox',
    issuer,
    clientId: lmsClient.clientId,
    authorizationUrl: `${issuer}/mod/lti/auth.php`,
    tokenUrl: `http://127.0.0.1:${lmsPort}/mod/lti/token.php`,
    keySetUrl: `http://127.0.0.1:${lmsPort}/mod/lti/certs.php`,
    deploymentIds: [lmsClient.deploymentId],
    origins: [],
  });
  const [registration] = await context.storage.platforms.listRegistrationsByIssuer(
    issuer,
    lmsClient.clientId,
  );
  if (empty || registration === undefined) return;
  const store = { endpoint: storeEndpoint(lrsPort), ...lrsCredentials };
  await addDemoStudy(context, { registration, deploymentId: lmsClient.deploymentId, store });
}

function announce({ port: toolPort, lmsPort, lrsPort }: DemoOptions): void {
  process.stdout.write(
    [
      '',
      'NUM+ demo, listening on this machine only:',
      `  first page       http://lms.localhost:${lmsPort}   ← start here`,
      `  record store     http://lrs.localhost:${lrsPort}`,
      `  the tool itself  http://tool.localhost:${toolPort}`,
      'Use Chromium, Chrome, Edge or Firefox. Ctrl+C stops the demo; what you played is saved.',
      '',
      '',
    ].join('\n'),
  );
}
