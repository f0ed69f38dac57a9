/** Prints one line of JSON when it listens. */
import { parseArgs } from 'node:util';
import { type RunningStore, startStore, type StoreOptions } from './start-store.ts';

const help = `A small statement store for demonstrations and tests.

  --port NUMBER       port to listen on (3002)
  --host ADDRESS      address to listen on (127.0.0.1)
  --public-url URL    address that people use, where it differs
  --key TEXT          key that senders use (demo)
  --secret TEXT       secret that senders use (demo-secret)
  --data-file PATH    keep statements in this file; without it, in memory
  --help              this text
`;

function parseOptions(argv: readonly string[]): StoreOptions | 'help' {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: { type: 'string', default: '3002' },
      host: { type: 'string', default: '127.0.0.1' },
      'public-url': { type: 'string' },
      key: { type: 'string', default: 'demo' },
      secret: { type: 'string', default: 'demo-secret' },
      'data-file': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const publicUrl = values['public-url'];
  if (publicUrl !== undefined && !URL.canParse(publicUrl))
    throw new Error('--public-url must be an address.');
  if (values.key === '' || values.key.includes(':')) throw new Error('--key must be a text without a colon.');
  const dataFile = values['data-file'];
  return {
    host: values.host,
    port: parsePort(values.port),
    key: values.key,
    secret: values.secret,
    ...(publicUrl === undefined ? {} : { publicUrl: publicUrl.replace(/\/$/, '') }),
    ...(dataFile === undefined ? {} : { dataFile }),
  };
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new Error('--port must be a number from 0 to 65535.');
  return port;
}

function stopOnSignal(store: RunningStore): void {
  const stop = (): void => {
    void store.close().then(() => {
      process.exit(0);
    });
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // The parent process is gone, perhaps killed: stops, so that the port does not stay in use.
  process.once('disconnect', stop);
  process.channel?.unref();
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown problem';
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return 'The port is taken. Choose another one with --port.';
  return error.message.split('\n')[0] ?? error.message;
}

try {
  const options = parseOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(help);
  } else {
    const store = await startStore(options);
    stopOnSignal(store);
    process.stdout.write(`${JSON.stringify({ listening: store.url, port: store.port })}\n`);
  }
} catch (error) {
  process.stderr.write(`sandbox store: ${describe(error)}\n`);
  process.exitCode = 1;
}
