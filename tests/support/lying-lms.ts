/** An LMS whose self-description a test can set. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export class LyingLms {
  /** Changes to its description; undefined removes a member. */
  change: Readonly<Record<string, unknown>> = {};
  /** Instead of the description. */
  describe: Answer | null = null;
  /** Sent instead of the response to a registration. */
  answer: Answer | null = null;
  clientId = 'client-1';
  readonly requests: string[] = [];
  /** Bodies of registration requests. */
  readonly registrations: unknown[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<LyingLms> {
    const server = createServer((request, response) => {
      lms.#take(request, response);
    });
    const lms = new LyingLms(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return lms;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get configurationUrl(): string {
    return `${this.url}/configuration`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  #take(request: IncomingMessage, response: ServerResponse): void {
    this.requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    if (request.method === 'GET') {
      if (this.describe !== null) this.describe(request, response);
      else response.end(JSON.stringify(this.#description()));
      return;
    }
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      // A token request is a form.
      if (request.headers['content-type'] !== 'application/json') {
        response.writeHead(400).end(JSON.stringify({ error: 'invalid_client' }));
        return;
      }
      this.registrations.push(JSON.parse(body));
      if (this.answer !== null) this.answer(request, response);
      else response.writeHead(201).end(JSON.stringify({ client_id: this.clientId }));
    });
  }

  #description(): Record<string, unknown> {
    return {
      issuer: this.url,
      authorization_endpoint: `${this.url}/auth`,
      token_endpoint: `${this.url}/token`,
      jwks_uri: `${this.url}/keys`,
      registration_endpoint: `${this.url}/register`,
      ...this.change,
    };
  }
}
