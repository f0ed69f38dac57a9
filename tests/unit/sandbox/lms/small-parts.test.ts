import { describe, expect, it } from 'vitest';
import { createAddresses } from '../../../../sandbox/lms/addresses.ts';
import { parseCustom } from '../../../../sandbox/lms/custom-parameters.ts';
import { createLaunches, messageHint } from '../../../../sandbox/lms/launches.ts';
import { isAccepted, isAcceptedExactly, isSentAs, MEDIA } from '../../../../sandbox/lms/media-types.ts';
import { markup } from '../../../../sandbox/lms/pages/markup.ts';
import { TEXTS } from '../../../../sandbox/lms/pages/texts.ts';

describe('markup', () => {
  it('escapes what is inserted and preserves nested markup', () => {
    const inner = markup`<b>${'<i title="x">&\''}</b>`;
    expect(markup`<p>${inner}${['a', '<']}${undefined}${3}</p>`.html).toBe(
      '<p><b>&lt;i title=&quot;x&quot;&gt;&amp;&#39;</b>a&lt;3</p>',
    );
  });
});

describe('media types', () => {
  it('compare an Accept header as Moodle does', () => {
    expect(isAccepted(MEDIA.lineItem, MEDIA.lineItem)).toBe(true);
    expect(isAccepted('text/html, */*;q=0.8', MEDIA.lineItem)).toBe(true);
    expect(isAccepted(`${MEDIA.lineItem}, application/json`, MEDIA.lineItem)).toBe(false);
    expect(isAcceptedExactly('*/*', MEDIA.lineItems)).toBe(false);
    expect(isAcceptedExactly(undefined, MEDIA.lineItems)).toBe(false);
  });

  it('compare a Content-Type by its first part, in lower case', () => {
    expect(isSentAs(`${MEDIA.score}; charset=utf-8`, MEDIA.score)).toBe(true);
    expect(isSentAs(MEDIA.score.toUpperCase(), MEDIA.score)).toBe(false);
    expect(isSentAs(undefined, MEDIA.score)).toBe(false);
  });
});

describe('launches', () => {
  it('have a hint that is valid once and only unchanged', () => {
    const launches = createLaunches(() => '77');
    const launch = launches.begin({
      kind: 'resource-link',
      userId: 4,
      courseId: 2,
      locale: 'fr_ca',
      container: 'iframe',
      cmid: 2,
    });
    const hint = messageHint(launch);
    expect(hint).toBe('{"cmid":2,"launchid":"ltilaunch2_77"}');
    expect(launches.take(hint.replace('2', '3'))).toBeUndefined();
    expect(launches.take(hint)).toEqual(launch);
    expect(launches.take(hint)).toBeUndefined();
  });
});

describe('custom parameters', () => {
  it('become one line of text without tags', () => {
    expect(parseCustom({ a: 'ünï ✓ <b>\nrest', b: true, c: false, d: 1, e: 'x=y' })).toEqual({
      a: 'ünï ✓',
      b: '1',
      c: '',
      d: '1',
      e: 'x=y',
    });
  });

  it('refuse a nested value', () => {
    expect(parseCustom({ a: { b: 1 } })).toBeUndefined();
  });
});

describe('addresses', () => {
  it('use different hosts for browsers and servers, and put the type after the path', () => {
    const addresses = createAddresses('http://lms.localhost:3001/', 'http://127.0.0.1:3001');
    expect(addresses.authorization).toBe('http://lms.localhost:3001/mod/lti/auth.php');
    expect(addresses.lineItem(2, 3, '1')).toBe(
      'http://127.0.0.1:3001/mod/lti/services.php/2/lineitems/3/lineitem?type_id=1',
    );
  });
});

describe('the page texts', () => {
  it('follow French typography and have short sentences', () => {
    for (const text of Object.values(TEXTS.fr)) {
      if (typeof text !== 'string') continue;
      expect(text).not.toMatch(/ [:%$]|\w[:%$]|\s[;?!]|'/);
      for (const sentence of text.split(/[.?!…]/))
        expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(17);
    }
  });
});
