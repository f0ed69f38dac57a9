/**
 * `demo`: the tool beside a sandbox LMS and a sandbox record store, all on loopback, so that a newcomer can play
 * within a minute.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../base/config.ts';
import { startServer } from '../main.ts';
import { addPlatform } from '../organisations/add-platform.ts';
import { projectRoot } from '../base/project-root.ts';
import { SandboxProcesses } from './sandbox-processes.ts';
import { untilSignal } from './until-signal.ts';

interface DemoOptions {
  readonly port: number;
  readonly lmsPort: number;
  readonly lrsPort: number;
  readonly data: string;
}

/** Known to everyone and good for this machine only: the sandbox store listens on loopback. */
const lrsCredentials = { key: 'numplus-demo', secret: 'numplus-demo' };

/** What the sandbox LMS calls the tool, by its own `--help`. */
const lmsClient = { clientId: 'nUm7bOuLeAuX1a2', deploymentId: '1' };

function port(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 65535) {
    throw new InvalidArgumentError('It must be a whole number from 1 to 65535.');
  }
  return number;
}

export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description('run the tool with a sandbox LMS and a sandbox record store on this machine')
    .option('--port <port>', 'port of the tool', port, 3000)
    .option('--lms-port <port>', 'port of the sandbox LMS', port, 3001)
    .option('--lrs-port <port>', 'port of the sandbox record store', port, 3002)
    .option('--data <folder>', 'where the demo keeps its data', join(projectRoot, 'data'))
    .action(runDemo);
}

async function runDemo(options: DemoOptions): Promise<void> {
  mkdirSync(options.data, { recursive: true });
  const sandbox = new SandboxProcesses();
  try {
    await Promise.all([
      sandbox.start('store', storeArguments(options)),
      sandbox.start('lms', lmsArguments(options)),
    ]);
    const server = await startServer(demoConfig(options), { worker: true });
    await introduce(server.context, options);
    announce(options);
    await Promise.race([untilSignal(), sandbox.ended]);
    await server.stop();
  } finally {
    await sandbox.stop();
  }
}

function demoConfig({ port: toolPort, lrsPort, data }: DemoOptions): ReturnType<typeof readConfig> {
  return readConfig({
    PORT: String(toolPort),
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://tool.localhost:${toolPort}`,
    DATABASE_URL: `sqlite:${join(data, 'numplus.db')}`,
    SECRET_KEY: demoSecret(join(data, 'demo-secret.key')),
    // Node's resolver may not know *.localhost; server to server the demo speaks to the address itself.
    LRS_ENDPOINT: `http://127.0.0.1:${lrsPort}/xapi`,
    LRS_KEY: lrsCredentials.key,
    LRS_SECRET: lrsCredentials.secret,
    ALLOW_INSECURE_LOOPBACK: 'on',
    LOG_LEVEL: 'warn',
  });
}

function demoSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

function storeArguments({ lrsPort, data }: DemoOptions): string[] {
  return [
    ...['--port', String(lrsPort), '--public-url', `http://lrs.localhost:${lrsPort}`],
    ...['--key', lrsCredentials.key, '--secret', lrsCredentials.secret],
    ...['--data-file', join(data, 'sandbox-store.jsonl')],
  ];
}

function lmsArguments({ port: toolPort, lmsPort, data }: DemoOptions): string[] {
  return [
    ...['--port', String(lmsPort), '--public-url', `http://lms.localhost:${lmsPort}`],
    ...['--service-url', `http://127.0.0.1:${lmsPort}`],
    ...['--tool-url', `http://tool.localhost:${toolPort}`],
    ...['--tool-service-url', `http://127.0.0.1:${toolPort}`],
    ...['--data-file', join(data, 'sandbox-lms.json')],
  ];
}

/** Makes the tool know the sandbox LMS, as `platform add` would. */
async function introduce(
  context: Awaited<ReturnType<typeof startServer>>['context'],
  { lmsPort }: DemoOptions,
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
}

function announce({ port: toolPort, lmsPort, lrsPort }: DemoOptions): void {
  process.stdout.write(
    [
      '',
      'NUM+ demo, listening on this machine only:',
      `  course page      http://lms.localhost:${lmsPort}   ← start here`,
      `  record store     http://lrs.localhost:${lrsPort}`,
      `  the tool itself  http://tool.localhost:${toolPort}`,
      'Use Chromium, Chrome, Edge or Firefox. Ctrl+C ends the demo; what was played is kept.',
      '',
      '',
    ].join('\n'),
  );
}
