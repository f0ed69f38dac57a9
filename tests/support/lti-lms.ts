/** A small LMS for tests of the launch layer: serves a key set and signs any token. */
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey, JWK, JWTHeaderParameters } from 'jose';

export const names = {
  messageType: 'https://purl.imsglobal.org/spec/lti/claim/message_type',
  version: 'https://purl.imsglobal.org/spec/lti/claim/version',
  deploymentId: 'https://purl.imsglobal.org/spec/lti/claim/deployment_id',
  targetLinkUri: 'https://purl.imsglobal.org/spec/lti/claim/target_link_uri',
  resourceLink: 'https://purl.imsglobal.org/spec/lti/claim/resource_link',
  roles: 'https://purl.imsglobal.org/spec/lti/claim/roles',
  context: 'https://purl.imsglobal.org/spec/lti/claim/context',
  presentation: 'https://purl.imsglobal.org/spec/lti/claim/launch_presentation',
  forUser: 'https://purl.imsglobal.org/spec/lti/claim/for_user',
  endpoint: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  deepLinking: 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings',
} as const;

export const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';

export type Claims = Record<string, unknown>;

/** How the key set responds. */
type KeySetMode = 'good' | 'down' | 'hangs' | 'redirects' | 'huge' | 'not-json';

interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

export class TestLms {
  readonly clientId = 'client-1';
  readonly deploymentId = '1';
  readonly issuer: string;
  readonly keySetUrl: string;
  keySetMode: KeySetMode = 'good';
  /** Delay of the key set. */
  keySetDelayMs = 0;
  keySetRequests = 0;
  readonly #close: () => Promise<void>;
  readonly #keys: SigningKey[];

  constructor(address: string, keys: SigningKey[], close: () => Promise<void>) {
    this.issuer = address;
    this.keySetUrl = `${address}/jwks`;
    this.#keys = keys;
    this.#close = close;
  }

  static async start(): Promise<TestLms> {
    const keys = [await makeKey('key-1')];
    const server = createServer((request, response) => {
      lms.keySetRequests += 1;
      const answer = (): void => {
        answerKeySet(lms, request.url ?? '', response);
      };
      if (lms.keySetDelayMs === 0) answer();
      else setTimeout(answer, lms.keySetDelayMs);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const lms = new TestLms(`http://127.0.0.1:${port}`, keys, async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
    return lms;
  }

  get keySet(): { readonly keys: readonly JWK[] } {
    return { keys: this.#keys.map(({ jwk }) => jwk) };
  }

  /** Replaces the signing key; the old one leaves the set. */
  async rotate(kid: string): Promise<void> {
    this.#keys.splice(0, this.#keys.length, await makeKey(kid));
  }

  /** Claims of an ordinary learner's launch; an override of undefined removes a claim. */
  claims(target: string, nonce: string, overrides: Claims = {}): Claims {
    const nowS = Math.floor(Date.now() / 1000);
    const claims: Claims = {
      iss: this.issuer,
      aud: this.clientId,
      sub: 'person-4',
      nonce,
      iat: nowS,
      exp: nowS + 60,
      [names.messageType]: 'LtiResourceLinkRequest',
      [names.version]: '1.3.0',
      [names.deploymentId]: this.deploymentId,
      [names.targetLinkUri]: target,
      [names.resourceLink]: { id: 'link-1', title: 'Première activité' },
      [names.roles]: [`${membership}Learner`],
      [names.context]: { id: 'course-2', label: 'NUM', title: 'Numérique' },
      [names.presentation]: { locale: 'fr_ca', document_target: 'iframe', return_url: `${this.issuer}/back` },
      [names.endpoint]: {
        scope: ['https://purl.imsglobal.org/spec/lti-ags/scope/score'],
        lineitem: `${this.issuer}/lineitems/2/lineitem?type_id=1`,
      },
      ...overrides,
    };
    return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
  }

  /** Signs with the current key; undefined header members are omitted. */
  async sign(
    claims: Claims,
    header: Partial<Record<keyof JWTHeaderParameters, string | undefined>> = {},
  ): Promise<string> {
    const [key] = this.#keys;
    if (key === undefined) throw new Error('no key');
    const merged: Record<string, string | undefined> = { alg: 'RS256', typ: 'JWT', kid: key.kid, ...header };
    const given = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', ...given }).sign(key.privateKey);
  }

  close(): Promise<void> {
    return this.#close();
  }
}

async function makeKey(kid: string): Promise<SigningKey> {
  const pair = await generateKeyPair('RS256', { extractable: true });
  return {
    kid,
    privateKey: pair.privateKey,
    jwk: { ...(await exportJWK(pair.publicKey)), kid, alg: 'RS256', use: 'sig' },
  };
}

function answerKeySet(lms: TestLms, path: string, response: ServerResponse): void {
  if (lms.keySetMode === 'hangs') return;
  if (lms.keySetMode === 'down') response.writeHead(503).end();
  else if (lms.keySetMode === 'redirects' && path === '/jwks') {
    response.writeHead(302, { location: '/elsewhere' }).end();
  } else if (lms.keySetMode === 'huge') {
    response.end(JSON.stringify({ ...lms.keySet, padding: 'x'.repeat(400_000) }));
  } else if (lms.keySetMode === 'not-json') response.end('<html>');
  else response.end(JSON.stringify(lms.keySet));
}
