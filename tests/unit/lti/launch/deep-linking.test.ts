import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../../../lti/launch/claims.ts';
import { createDeepLinkingClaims } from '../../../../lti/launch/deep-linking.ts';
import type { ActivityItem } from '../../../../lti/launch/deep-linking.ts';
import { createLtiLaunch } from '../../../../lti/launch/launch.ts';
import { names } from '../../../support/lti-lms.ts';

const item: ActivityItem = {
  title: 'Découvrir NUM+',
  text: 'Une courte visite.',
  url: 'https://tool.example/lti/launch',
  custom: { numplus_form: 'demo', numplus_attempts: '2' },
  column: { scoreMaximum: 100, label: 'Découvrir NUM+', resourceId: 'r-1', tag: 'numplus' },
};
const asked = {
  issuer: 'https://moodle.example',
  clientId: 'client-1',
  deploymentId: '1',
  data: null,
  items: [item],
  nonce: 'nonce-1',
  now: Date.parse('2026-11-25T12:00:00.900Z'),
};
const core = 'https://purl.imsglobal.org/spec/lti/claim/';
const deepLinking = 'https://purl.imsglobal.org/spec/lti-dl/claim/';

function lineItemsOf(items: readonly ActivityItem[]): unknown[] {
  const list = createDeepLinkingClaims({ ...asked, items })[`${deepLinking}content_items`] as object[];
  return list.map((one) => ('lineItem' in one ? one.lineItem : null));
}

describe('a Deep Linking request', () => {
  const read = (settings: object): unknown => {
    const outcome = parseMessage({
      [names.messageType]: 'LtiDeepLinkingRequest',
      [names.version]: '1.3.0',
      [names.deploymentId]: '1',
      [names.deepLinking]: {
        deep_link_return_url: 'https://moodle.example/back',
        accept_types: ['ltiResourceLink'],
        ...settings,
      },
    });
    if (!outcome.ok) return outcome.code;
    const origin = { id: 'r', organisationId: 'o', platformId: 'p', issuer: 'https://moodle.example' };
    return createLtiLaunch(outcome.message, origin).selection;
  };

  it('accepts several items with line items by default, and preserves its data unchanged', () => {
    const usual = { acceptMultiple: true, acceptLineItem: true, data: null };
    expect(read({})).toMatchObject(usual);
    expect(read({ data: null })).toMatchObject(usual);
    expect(read({ data: '' })).toMatchObject({ data: '' });
    expect(read({ data: ' x\u0000 ' })).toMatchObject({ data: ' x\u0000 ' });
    expect(read({ accept_multiple: false, accept_lineitem: false })).toMatchObject({
      acceptMultiple: false,
      acceptLineItem: false,
    });
  });

  it.each([['x'.repeat(100_001)], [7], [{}]])('is refused if its data could not be returned', (data) => {
    expect(read({ data })).toBe('lti.claim-refused');
  });
});

describe('the response to a Deep Linking request', () => {
  it('is signed by us for the platform, for the same deployment, and expires within five minutes', () => {
    const nowS = Date.parse('2026-11-25T12:00:00Z') / 1000;
    expect(createDeepLinkingClaims(asked)).toMatchObject({
      iss: 'client-1',
      aud: 'https://moodle.example',
      iat: nowS - 5,
      exp: nowS + 240,
      nonce: 'nonce-1',
      [`${core}message_type`]: 'LtiDeepLinkingResponse',
      [`${core}version`]: '1.3.0',
      [`${core}deployment_id`]: '1',
    });
  });

  it.each(['', ' {"op":"é ✓","n":[1, 2]}\r\n', 'a%20b+c&d=“e”'])(
    'returns the data %j byte for byte',
    (data) => {
      expect(createDeepLinkingClaims({ ...asked, data })[`${deepLinking}data`]).toBe(data);
    },
  );

  it('has no data if the request had none', () => {
    expect(createDeepLinkingClaims(asked)).not.toHaveProperty([`${deepLinking}data`]);
  });

  it('has an empty list if nothing was chosen', () => {
    expect(createDeepLinkingClaims({ ...asked, items: [] })[`${deepLinking}content_items`]).toEqual([]);
  });

  it('links to an activity with texts only, without presentation hints', () => {
    expect(createDeepLinkingClaims(asked)[`${deepLinking}content_items`]).toEqual([
      {
        type: 'ltiResourceLink',
        title: 'Découvrir NUM+',
        text: 'Une courte visite.',
        url: 'https://tool.example/lti/launch',
        custom: { numplus_form: 'demo', numplus_attempts: '2' },
        lineItem: {
          scoreMaximum: 100,
          label: 'Découvrir NUM+',
          resourceId: 'r-1',
          tag: 'numplus',
          gradesReleased: false,
          submissionReview: { reviewableStatus: ['Completed'] },
        },
      },
    ]);
  });

  it('asks for a line item only for a graded activity', () => {
    expect(lineItemsOf([{ ...item, column: null }, item])).toEqual([null, expect.anything()]);
  });
});
