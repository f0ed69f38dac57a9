/** Our registration, and an LMS that may lie, on loopback. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { logRequests } from '../../server/http/log-requests.ts';
import { createRegisterRouter } from '../../server/http/lti/register.routes.ts';
import { createErrorHandler } from '../../server/http/pages/error-handler.ts';
import { type InvitationRequest, invitePlatform } from '../../server/organisations/invite.ts';
import { DeliveryBench } from './delivery-bench.ts';
import { LyingLms } from './lying-lms.ts';

/** Long enough for an answer on a busy machine; one test waits it out. */
export const limits = { timeoutMs: 2_000, maxBytes: 20_000 };

interface Page {
  readonly status: number;
  /** `done`, or the code of a refusal. */
  readonly outcome: string;
  readonly text: string;
}

class RegistrationSite {
  bench!: DeliveryBench;
  lms!: LyingLms;
  /** What the name server says, by host name; it may change its mind with each question. */
  names = new Map<string, string[][]>();
  log: { details: object; message: string }[] = [];
  #tool!: Server;

  async open(): Promise<void> {
    this.bench = await DeliveryBench.start();
    const note = (details: object, message: string): void => void this.log.push({ details, message });
    const { context } = this.bench;
    const app = express();
    const logger = { debug: () => undefined, info: note, warn: note, error: note };
    app.use(logRequests({ log: logger, randomId: context.randomId }));
    const outgoing = {
      ...limits,
      resolve: (hostname: string) => {
        const answers = this.names.get(hostname) ?? [];
        return Promise.resolve((answers.length > 1 ? answers.shift() : answers[0]) ?? []);
      },
    };
    app.use(
      '/lti/register',
      createRegisterRouter({ ...context, allowInsecureLoopback: true, outgoing, requestsPerMinute: 10_000 }),
    );
    app.use(createErrorHandler(context));
    this.#tool = createServer(app);
    await new Promise<void>((done) => this.#tool.listen(0, '127.0.0.1', done));
  }

  async close(): Promise<void> {
    await new Promise((done) => this.#tool.close(done));
    await this.bench.close();
  }

  async begin(): Promise<void> {
    this.names = new Map();
    this.log = [];
    this.lms = await LyingLms.start();
  }

  async invite(request: Partial<InvitationRequest> = {}): Promise<string> {
    const { registrationUrl } = await invitePlatform(this.bench.context, {
      name: 'École',
      expectedHost: null,
      withNames: false,
      platformRef: null,
      privateHosts: [],
      organisationId: null,
      ...request,
    });
    return new URL(registrationUrl).pathname;
  }

  async readPage(response: Response): Promise<Page> {
    const text = await response.text();
    const code = /<main data-error="([^"]+)"/.exec(text)?.[1];
    return {
      status: response.status,
      outcome: code ?? (text.includes('id="close"') ? 'done' : 'page'),
      text,
    };
  }

  toolUrl(path: string): string {
    return `http://127.0.0.1:${(this.#tool.address() as AddressInfo).port}${path}`;
  }

  async press(path: string, configurationUrl = this.lms.configurationUrl): Promise<Page> {
    const body = new URLSearchParams({ openid_configuration: configurationUrl, registration_token: 'pass' });
    return this.readPage(await fetch(this.toolUrl(path), { method: 'POST', body }));
  }

  async registrationCount(): Promise<number> {
    const { platforms } = this.bench.context.storage;
    return (await platforms.listRegistrationsByIssuer(this.lms.url)).length;
  }
}

/** One server for the tests of the file, and a new LMS for each. */
export function setUpRegistrationSite(): RegistrationSite {
  const site = new RegistrationSite();
  beforeAll(() => site.open());
  afterAll(() => site.close());
  beforeEach(() => site.begin());
  afterEach(() => site.lms.close());
  return site;
}
