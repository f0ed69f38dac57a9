import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGuardedFetch } from '../../../../lti/net/guarded-fetch.ts';
import { createLineItems } from '../../../../lti/services/line-items.ts';
import type { LineItemOutcome, LineItems } from '../../../../lti/services/line-items.ts';

interface Answer {
  readonly items?: readonly object[];
  readonly next?: string;
}

let origin: string;
let now: number;
let seen: string[];
/** The response of the list to each request. */
let answer: (request: IncomingMessage) => Answer;
let close: () => Promise<unknown>;

beforeEach(async () => {
  [now, seen] = [1_000_000, []];
  const server = createServer((request, response) => {
    seen.push(request.method ?? '');
    if (request.method === 'POST') {
      response.writeHead(201).end(JSON.stringify({ id: `${origin}/items/new` }));
      return;
    }
    const { items = [], next } = answer(request);
    const headers = next === undefined ? {} : { link: `<${next}>; rel="next"` };
    response.writeHead(200, headers).end(JSON.stringify(items));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => new Promise((done) => server.close(done));
});
afterEach(() => close());

const client = { issuer: 'https://lms.example', clientId: 'c' };

function openLineItems(): LineItems {
  const token = { ok: true, token: 'the-token' } as const;
  return createLineItems({
    accessTokens: { get: () => Promise.resolve(token), forget: () => Promise.resolve() },
    guardedFetch: createGuardedFetch({ allowInsecureLoopback: true }),
    clock: () => now,
  });
}

function ensure(): Promise<LineItemOutcome> {
  return openLineItems().ensure({
    client,
    lineItemsUrl: `${origin}/items`,
    resourceId: 'activity',
    tag: 'numplus-SEC',
    label: 'Sécurité',
    scoreMaximum: 100,
  });
}

const ofDimension = (id: string): object => ({
  id: `${origin}/items/${id}`,
  resourceId: 'activity',
  tag: 'numplus-SEC',
});

it('a line item is found on a later page, and created if no page has it', async () => {
  answer = ({ url = '' }) =>
    url.includes('page=2') ? { items: [ofDimension('7')] } : { items: [{}], next: '/items?page=2' };
  expect(await ensure()).toEqual({ kind: 'there', url: `${origin}/items/7` });
  answer = () => ({});
  expect(await ensure()).toEqual({ kind: 'there', url: `${origin}/items/new` });
  expect(seen).toEqual(['GET', 'GET', 'GET', 'POST']);
});

it('a line item is not created if the list never ends: it might exist already', async () => {
  let page = 0;
  answer = () => ({ next: `/items?page=${(page += 1)}` });
  expect(await ensure()).toMatchObject({ kind: 'retry', because: 'busy' });
  expect(seen).not.toContain('POST');
});

it('a line item is not created if the next page is on another host, which is not asked', async () => {
  answer = () => ({ next: 'https://elsewhere.example/items?page=2' });
  expect(await ensure()).toMatchObject({ kind: 'refused', because: 'address' });
  expect(seen).toEqual(['GET']);
});

it('a slow list is abandoned before the lease of its grade expires', async () => {
  answer = () => {
    now += 4_900;
    return { next: `/items?page=${now}` };
  };
  expect(await ensure()).toMatchObject({ kind: 'retry', because: 'busy' });
  expect(now).toBeLessThan(1_000_000 + 60_000);
});

const own = { tag: 'numplus', resourceIdPrefix: 'numplus-' };

it.each([
  ['', [], { kind: 'none' }],
  ['', [['1', '8', 'numplus']], { kind: 'none' }],
  ['1', [['1', '7', '']], { kind: 'there' }],
  [
    '2',
    [
      ['1', '7', ''],
      ['2', '7', 'numplus'],
      ['3', '8', 'numplus'],
    ],
    { kind: 'there' },
  ],
  [
    '',
    [
      ['1', '7', ''],
      ['2', '7', 'other'],
    ],
    { kind: 'unclear' },
  ],
  [
    '',
    [
      ['1', '7', 'numplus'],
      ['2', '7', 'numplus'],
    ],
    { kind: 'unclear' },
  ],
] as const)(
  'the line item of a link is %j among %j, whatever filter the LMS ignores',
  async (id, items, outcome) => {
    answer = () => ({
      items: items.map(([one, resourceLinkId, tag]) => ({
        id: `${origin}/items/${one}`,
        resourceLinkId,
        tag,
      })),
    });
    const link = { client, lineItemsUrl: `${origin}/items?type_id=1`, resourceLinkId: '7', own };
    const found = await openLineItems().findOfLink(link, null);
    expect(found).toMatchObject(id === '' ? outcome : { ...outcome, url: `${origin}/items/${id}` });
    expect(seen).toEqual(['GET']);
  },
);

describe('a link with several line items', () => {
  const link = { client, resourceLinkId: '7', own };
  const item = (id: string, more: object = {}): object => ({
    id: `${origin}/items/${id}`,
    resourceLinkId: '7',
    ...more,
  });

  it('has the one whose resource id is ours if the LMS keeps no tags', async () => {
    const ofSecurity = { resourceId: 'numplus-a', tag: 'numplus-SEC' };
    answer = () => ({ items: [item('1'), item('2', { resourceId: 'numplus-a' }), item('3', ofSecurity)] });
    const found = await openLineItems().findOfLink({ ...link, lineItemsUrl: `${origin}/items` }, null);
    expect(found).toEqual({ kind: 'there', url: `${origin}/items/2` });
  });

  it('has the chosen one as long as the LMS lists it for this link', async () => {
    answer = () => ({ items: [item('1', { tag: 'numplus' }), item('2')] });
    const find = (id: string) =>
      openLineItems().findOfLink({ ...link, lineItemsUrl: `${origin}/items` }, `${origin}/items/${id}`);
    expect(await find('2')).toEqual({ kind: 'there', url: `${origin}/items/2` });
    expect(await find('9')).toEqual({ kind: 'there', url: `${origin}/items/1` });
  });

  it('lists them with their names', async () => {
    answer = () => ({
      items: [item('1', { label: 'Note\u202e', scoreMaximum: 20 }), item('2', { tag: 'numplus' }), {}],
    });
    expect(await openLineItems().listOfLink({ ...link, lineItemsUrl: `${origin}/items` })).toEqual({
      kind: 'listed',
      items: [
        { url: `${origin}/items/1`, label: 'Note', scoreMaximum: 20, isOwn: false },
        { url: `${origin}/items/2`, label: '', scoreMaximum: null, isOwn: true },
      ],
    });
  });
});
