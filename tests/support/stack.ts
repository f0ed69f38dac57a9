/** All of NUM+ on loopback: sandbox LMS, sandbox statement store, and the tool as a process. */
import { type RunningLms } from '../../sandbox/lms/lms-options.ts';
import { startLms } from '../../sandbox/lms/start-lms.ts';
import { type RunningStore, startStore } from '../../sandbox/store/start-store.ts';
import { signingKey } from './lms-key.ts';
import { findFreePort } from './ports.ts';
import { startTlsProxy, type TlsProxy } from './tls-proxy.ts';
import { ToolProcess } from './tool-process.ts';

export interface Stack {
  readonly lms: RunningLms;
  readonly store: RunningStore;
  readonly tool: ToolProcess;
  close(): Promise<void>;
}

/** Whoever started it closes it. */
export type OpenStack = Omit<Stack, 'close'>;

export interface StackOptions {
  /** Uses `*.localhost` names, which are different sites to a browser; else 127.0.0.1. */
  readonly forBrowser?: boolean;
  /** With `forBrowser`: https for LMS and tool, as in real life. */
  readonly https?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Options of `serve`. */
  readonly serve?: readonly string[];
}

const client = { clientId: 'sandbox-client-1', deploymentId: '1' };
export const storeCredentials = { key: 'sandbox', secret: 'sandbox-secret' };

/** Starts all three and registers the LMS with the tool. */
export async function startStack({
  forBrowser = false,
  https = false,
  env = {},
  serve = [],
}: StackOptions = {}): Promise<Stack> {
  const lmsPort = await findFreePort();
  const toolPort = await findFreePort();
  const proxies = https ? [await startTlsProxy(lmsPort), await startTlsProxy(toolPort)] : [];
  const lms = await startLms({
    host: '127.0.0.1',
    port: lmsPort,
    ...(forBrowser ? { publicUrl: addressOf('lms.localhost', lmsPort, proxies[0]) } : {}),
    serviceUrl: `http://127.0.0.1:${lmsPort}`,
    signingKey,
  });
  const store = await startStore({ host: '127.0.0.1', port: 0, ...storeCredentials });
  const tool = new ToolProcess(toolPort, forBrowser ? 'tool.localhost' : '127.0.0.1', {
    LRS_ENDPOINT: store.endpoint.replace(/\/$/, ''),
    LRS_KEY: storeCredentials.key,
    LRS_SECRET: storeCredentials.secret,
    ...(https ? { PUBLIC_URL: addressOf('tool.localhost', toolPort, proxies[1]) } : {}),
    ...env,
  });
  const close = async (): Promise<void> => {
    await tool.remove();
    await Promise.all([lms.close(), store.close(), ...proxies.map((proxy) => proxy.close())]);
  };
  try {
    await introduce(lms, tool);
    await tool.start(...serve);
  } catch (error) {
    await close();
    throw error;
  }
  return { lms, store, tool, close };
}

function addressOf(host: string, port: number, proxy: TlsProxy | undefined): string {
  return proxy === undefined ? `http://${host}:${port}` : `https://${host}:${proxy.port}`;
}

async function introduce(lms: RunningLms, tool: ToolProcess): Promise<void> {
  const { authorization, token, keySet } = lms.endpoints;
  const added = await tool.run(
    ...['platform', 'add', '--json', '--name', 'Sandbox', '--issuer', lms.issuer],
    ...['--client-id', client.clientId, '--deployment-id', client.deploymentId],
    ...['--auth-url', authorization, '--token-url', token, '--jwks-url', keySet],
  );
  if (added.code !== 0) throw new Error(`platform add: ${added.stdout}${added.stderr}`);
  lms.setTool({
    ...client,
    loginUrl: `${tool.publicUrl}/lti/login`,
    redirectUris: [`${tool.publicUrl}/lti/launch`],
    targetLinkUri: `${tool.publicUrl}/lti/launch`,
    keySetUrl: `${tool.localUrl}/lti/keys`,
  });
}
