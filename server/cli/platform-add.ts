import type { Command } from 'commander';
import { type Config, isLoopbackHost } from '../base/config.ts';
import { addPlatform } from '../organisations/add-platform.ts';
import { OperatorError } from './operator-error.ts';
import { collect, collectPrivateHosts, privateHostMeaning, url } from './option-values.ts';
import { printRows } from './output.ts';
import { withContext } from './with-context.ts';

interface AddOptions {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly authUrl: string;
  readonly tokenUrl: string;
  readonly jwksUrl: string;
  readonly tokenAudience?: string;
  readonly deploymentId: readonly string[];
  readonly origin: readonly string[];
  readonly allowPrivate: readonly string[];
  readonly organisation?: string;
  readonly json: boolean;
}

const collectOrigins = (value: string, list: readonly string[]): string[] => collect(url(value), list);

export function addPlatformAddCommand(platform: Command): void {
  platform
    .command('add')
    .description('add an LMS and print the addresses to enter there')
    .requiredOption('--name <name>', 'your name for it')
    .requiredOption('--issuer <url>', 'issuer, or platform id', url)
    .requiredOption('--client-id <id>', 'client id that the LMS gave the tool')
    .requiredOption('--auth-url <url>', 'authentication request address', url)
    .requiredOption('--token-url <url>', 'access token address', url)
    .requiredOption('--jwks-url <url>', 'public key set address', url)
    .option('--token-audience <url>', 'OAuth2 audience, if the LMS shows one (Brightspace)', url)
    .option('--deployment-id <id>', 'a deployment to accept; repeatable', collect, [])
    .option(
      '--origin <origin>',
      "an origin that frames the tool; the issuer's and the authentication address's are known",
      collectOrigins,
      [],
    )
    .option('--allow-private <host>', privateHostMeaning, collectPrivateHosts, [])
    .option('--organisation <id>', 'its organisation, if there are several')
    .option('--json', 'print JSON', false)
    .action(add);
}

function add(options: AddOptions): Promise<void> {
  return withContext(async (context) => {
    checkSecure(options, context.config);
    const { organisation, tokenAudience } = options;
    const added = await addPlatform(context, {
      name: options.name,
      issuer: options.issuer,
      clientId: options.clientId,
      authorizationUrl: options.authUrl,
      tokenUrl: options.tokenUrl,
      keySetUrl: options.jwksUrl,
      deploymentIds: options.deploymentId,
      origins: options.origin,
      privateHosts: options.allowPrivate,
      ...(tokenAudience === undefined ? {} : { tokenAudience }),
      ...(organisation === undefined ? {} : { organisationId: organisation }),
    });
    printRows([{ ...added }], options.json);
  });
}

/** Applies the rule that applies when the address is used: somebody can still correct it now. */
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
