/** `platform add|list`: connects an LMS by hand. */
import { type Command, InvalidArgumentError } from 'commander';
import { type Config, isLoopbackHost } from '../config.ts';
import type { Context } from '../context.ts';
import { addPlatform } from '../organisations/add-platform.ts';
import { OperatorError } from './operator-error.ts';
import { printRows } from './output.ts';
import { withContext } from './with-context.ts';

interface AddOptions {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly authUrl: string;
  readonly tokenUrl: string;
  readonly jwksUrl: string;
  readonly deploymentId: readonly string[];
  readonly origin: readonly string[];
  readonly json: boolean;
}

const collect = (value: string, list: readonly string[]): string[] => [...list, value];

function url(value: string): string {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new InvalidArgumentError('It must be an address such as https://lms.example.org/…');
  }
  return value;
}

const collectOrigins = (value: string, list: readonly string[]): string[] => collect(url(value), list);

export function addPlatformCommand(program: Command): void {
  const platform = program.command('platform').description('the LMSs that may launch the tool');
  platform
    .command('add')
    .description('add an LMS and print the addresses to enter there')
    .requiredOption('--name <name>', 'what you call it')
    .requiredOption('--issuer <url>', 'issuer, or platform id', url)
    .requiredOption('--client-id <id>', 'client id that the LMS gave the tool')
    .requiredOption('--auth-url <url>', 'authentication request address', url)
    .requiredOption('--token-url <url>', 'access token address', url)
    .requiredOption('--jwks-url <url>', 'public key set address', url)
    .option('--deployment-id <id>', 'a deployment to accept; may be repeated', collect, [])
    .option(
      '--origin <origin>',
      "an origin that frames the tool; the issuer's and the authentication address's are known",
      collectOrigins,
      [],
    )
    .option('--json', 'print JSON', false)
    .action((options: AddOptions) =>
      withContext(async (context) => {
        checkSecure(options, context.config);
        checkDeployments(options);
        const added = await addPlatform(context, {
          name: options.name,
          issuer: options.issuer,
          clientId: options.clientId,
          authorizationUrl: options.authUrl,
          tokenUrl: options.tokenUrl,
          keySetUrl: options.jwksUrl,
          deploymentIds: options.deploymentId,
          origins: options.origin,
        });
        printRows([{ ...added }], options.json);
      }),
    );
  platform
    .command('list')
    .description('list LMSs')
    .option('--json', 'print JSON', false)
    .action(({ json }: { json: boolean }) =>
      withContext(async (context) => {
        printRows(await listPlatforms(context), json);
      }),
    );
}

/** The same rule as when the address is used, said while somebody is there who can mend it. */
function checkSecure({ authUrl, tokenUrl, jwksUrl }: AddOptions, config: Config): void {
  const addresses = { '--auth-url': authUrl, '--token-url': tokenUrl, '--jwks-url': jwksUrl };
  for (const [option, address] of Object.entries(addresses)) {
    const { protocol, hostname } = new URL(address);
    if (protocol === 'https:' || (config.allowInsecureLoopback && isLoopbackHost(hostname))) continue;
    throw new OperatorError(
      `${option}: must be https (http is for loopback names, with ALLOW_INSECURE_LOOPBACK=on)`,
    );
  }
}

/** Launches of other deployments are refused, and there is no command yet to accept one later. */
function checkDeployments({ deploymentId }: AddOptions): void {
  if (deploymentId.length > 0) return;
  throw new OperatorError('--deployment-id: name at least one, as the LMS shows it; it may be repeated');
}

async function listPlatforms({ storage }: Context): Promise<Record<string, string>[]> {
  const { organisations, platforms } = storage;
  const rows: Record<string, string>[] = [];
  for (const organisation of await organisations.list({ limit: 100 })) {
    for (const platform of await platforms.list(organisation.id, { limit: 1000 })) {
      const registrations = await platforms.listRegistrations(organisation.id, platform.id);
      const deployments = await platforms.listDeployments(organisation.id, platform.id, { limit: 100 });
      rows.push({
        name: platform.name,
        ref: platform.ref,
        issuer: registrations.map(({ issuer }) => issuer).join(' '),
        clientId: registrations.map(({ clientId }) => clientId).join(' '),
        deployments: deployments.map(({ deploymentId, status }) => `${deploymentId} (${status})`).join(' '),
      });
    }
  }
  return rows;
}
