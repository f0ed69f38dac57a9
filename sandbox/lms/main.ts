import { parseArgs } from 'node:util';
import type { LmsOptions } from './lms-options.ts';
import { startLms } from './start-lms.ts';

const DEMO_CLIENT = { clientId: 'nUm7bOuLeAuX1a2', deploymentId: '1' };

const HELP = `Usage: main.js [options]

A small LTI 1.3 platform with courses and a gradebook, for demonstrations and tests. Loopback only.

  --port NUMBER            listening port, 0 for any (3001)
  --public-url URL         address that browsers use, also the issuer (http://lms.localhost:PORT)
  --service-url URL        address that the tool's server uses (http://127.0.0.1:PORT)
  --tool-url URL           the tool as browsers see it (http://tool.localhost:3000)
  --tool-service-url URL   the tool as this server reaches it (http://127.0.0.1:3000)
  --data-file PATH         keeps keys, activities and grades (memory only)
  --examples               adds the week and people marked as invented, and a first page about them
  --help                   shows this text

The tool is registered as client ${DEMO_CLIENT.clientId}, deployment ${DEMO_CLIENT.deploymentId},
with /lti/login, /lti/launch and /lti/keys.
`;

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new Error(`--port wants a number from 0 to 65535, not "${text}".`);
  return port;
}

function readUrl(name: string, text: string): string {
  const isWeb = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  if (!isWeb) throw new Error(`--${name} wants an http address, not "${text}".`);
  return text.replace(/\/+$/, '');
}

function readOptions(args: readonly string[]): LmsOptions | 'help' {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { ...text, default: '3001' },
      'public-url': text,
      'service-url': text,
      'tool-url': { ...text, default: 'http://tool.localhost:3000' },
      'tool-service-url': { ...text, default: 'http://127.0.0.1:3000' },
      'data-file': text,
      examples: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return 'help';
  const port = readPort(values.port);
  const tool = readUrl('tool-url', values['tool-url']);
  const toolService = readUrl('tool-service-url', values['tool-service-url']);
  const named = port === 0 ? undefined : `http://lms.localhost:${port}`;
  const publicUrl = values['public-url'] === undefined ? named : readUrl('public-url', values['public-url']);
  const serviceUrl = values['service-url'] && readUrl('service-url', values['service-url']);
  return {
    host: '127.0.0.1',
    port,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(serviceUrl === undefined ? {} : { serviceUrl }),
    withExamples: values.examples,
    ...(values['data-file'] === undefined ? {} : { dataFile: values['data-file'] }),
    tool: {
      ...DEMO_CLIENT,
      loginUrl: `${tool}/lti/login`,
      redirectUris: [`${tool}/lti/launch`],
      targetLinkUri: `${tool}/lti/launch`,
      keySetUrl: `${toolService}/lti/keys`,
    },
  };
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return 'The sandbox LMS could not start.';
  if ('code' in error && error.code === 'EADDRINUSE') return 'The port is taken. Choose another with --port.';
  return error.message.split('\n', 1)[0] ?? '';
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(HELP);
    return;
  }
  const lms = await startLms(options);
  process.stdout.write(`${JSON.stringify({ listening: lms.publicUrl, port: lms.port })}\n`);
  const stop = (): void => {
    void lms.close();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // The parent process is gone, perhaps killed: stops, so that the port does not stay in use.
  process.once('disconnect', stop);
  process.channel?.unref();
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
