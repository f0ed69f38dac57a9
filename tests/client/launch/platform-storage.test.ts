import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PlatformStorage, type StorageWindow } from '../../../client/src/launch/platform-storage.ts';

const origin = 'https://lms.example';

interface Sent {
  readonly message: Record<string, unknown>;
  readonly asText: boolean;
  readonly targetOrigin: string;
}

/** A window of another origin, to which the browser allows only messages. */
class OtherWindow {
  readonly sent: Sent[] = [];
  readonly frames: Record<string, OtherWindow> = {};
  answer: (sent: Sent) => void = () => undefined;

  postMessage(data: unknown, targetOrigin: string): void {
    const asText = typeof data === 'string';
    const message = (asText ? JSON.parse(data) : data) as Record<string, unknown>;
    const sent = { message, asText, targetOrigin };
    this.sent.push(sent);
    this.answer(sent);
  }
}

/** The tool's own window. */
class OwnWindow implements StorageWindow {
  readonly listeners = new Set<(event: MessageEvent<unknown>) => void>();
  parent: unknown = this;
  opener: unknown = null;

  addEventListener(_type: 'message', listener: (event: MessageEvent<unknown>) => void): void {
    this.listeners.add(listener);
  }
  removeEventListener(_type: 'message', listener: (event: MessageEvent<unknown>) => void): void {
    this.listeners.delete(listener);
  }
  setTimeout(run: () => void, ms: number): number {
    return window.setTimeout(run, ms);
  }
  clearTimeout(timer: number): void {
    clearTimeout(timer);
  }
  hear(event: { data: unknown; origin: string; source: unknown }): void {
    for (const listener of [...this.listeners]) listener(event as MessageEvent<unknown>);
  }
}

let own: OwnWindow;
let lms: OtherWindow;
beforeEach(() => {
  vi.useFakeTimers();
  own = new OwnWindow();
  lms = new OtherWindow();
  own.parent = lms;
});
afterEach(() => {
  vi.useRealTimers();
});

function storage(target: string | null): PlatformStorage {
  let ids = 0;
  return new PlatformStorage(own, { origin, target, key: 'lti_k' }, () => `m${(ids += 1)}`);
}

/** Responds as an LMS of this kind; `change` alters the response. */
function keep(
  window: OtherWindow,
  manners: { prefix?: string; asText?: boolean; frame?: string } = {},
): void {
  const { prefix = 'lti.', asText = false, frame } = manners;
  const values = new Map<unknown, unknown>();
  window.answer = ({ message, asText: came }) => {
    const { subject, message_id: id, key, value } = message;
    if (came !== asText || typeof subject !== 'string' || !subject.startsWith(prefix)) return;
    const answer: Record<string, unknown> = { subject: `${subject}.response`, message_id: id, key };
    if (subject.endsWith('capabilities')) {
      answer.supported_messages = ['put_data', 'get_data'].map((task) => ({
        subject: prefix + task,
        ...(frame === undefined ? {} : { frame }),
      }));
    } else if (subject.endsWith('put_data')) values.set(key, value);
    else answer.value = values.get(key);
    own.hear({ data: asText ? JSON.stringify(answer) : answer, origin, source: window });
  };
}

async function settle<Value>(promise: Promise<Value>): Promise<Value> {
  await vi.advanceTimersByTimeAsync(1_500);
  return promise;
}

const tasks = (window: OtherWindow): unknown[] => window.sent.map(({ message }) => message.subject);

describe('the storage of a platform', () => {
  it('stores a value and returns it, in each spelling and message format', async () => {
    for (const prefix of ['lti.', 'org.imsglobal.lti.']) {
      for (const asText of [false, true]) {
        keep(lms, { prefix, asText });
        expect(await settle(storage(null).put('secret'))).toBe(true);
        expect(await settle(storage(null).get())).toBe('secret');
      }
    }
  });

  it('sends to the registered origin only, and no value before the LMS offered storage', async () => {
    keep(lms, { asText: true });
    await settle(storage(null).put('secret'));
    expect(new Set(lms.sent.map(({ targetOrigin }) => targetOrigin))).toEqual(new Set([origin]));
    const withValue = lms.sent.filter(({ message }) => 'value' in message);
    expect(withValue.map(({ message, asText }) => [message.subject, asText])).toEqual([
      ['lti.put_data', true],
    ]);
  });

  it('uses the frame that the LMS names rather than the one of the login', async () => {
    const [named, older] = [new OtherWindow(), new OtherWindow()];
    Object.assign(lms.frames, { named, older });
    keep(lms, { frame: 'named' });
    keep(named);
    expect(await settle(storage('older').put('secret'))).toBe(true);
    expect([tasks(named), tasks(older)]).toEqual([['lti.put_data'], []]);
  });

  it('uses the frame of the login if the LMS names none', async () => {
    const forwarding = new OtherWindow();
    lms.frames.post_message_forwarding = forwarding;
    keep(forwarding);
    expect(await settle(storage('post_message_forwarding').put('secret'))).toBe(true);
    expect(lms.sent.some(({ message }) => 'value' in message)).toBe(false);
  });

  it('uses the parent window for _parent, and for a frame that cannot be reached', async () => {
    keep(lms);
    Object.defineProperty(lms, 'frames', {
      get: () => {
        throw new DOMException('cross-origin', 'SecurityError');
      },
    });
    expect(await settle(storage('_parent').put('secret'))).toBe(true);
    expect(await settle(storage('gone').get())).toBe('secret');
  });

  it('uses the opener if the page is in no frame', async () => {
    own.parent = own;
    own.opener = lms;
    keep(lms);
    expect(await settle(storage(null).put('secret'))).toBe(true);
    own.opener = null;
    expect(await settle(storage(null).put('secret'))).toBe(false);
  });

  it.each<[string, (answer: { data: Record<string, unknown>; origin: string; source: unknown }) => object]>([
    ['another origin', (answer) => ({ ...answer, origin: 'https://evil.example' })],
    ['another window', (answer) => ({ ...answer, source: new OtherWindow() })],
    [
      'another subject',
      ({ data, ...rest }) => ({ ...rest, data: { ...data, subject: 'lti.put_data.response' } }),
    ],
    ['another message', ({ data, ...rest }) => ({ ...rest, data: { ...data, message_id: 'm0' } })],
    ['another value’s name', ({ data, ...rest }) => ({ ...rest, data: { ...data, key: 'other' } })],
    ['a value that is no text', ({ data, ...rest }) => ({ ...rest, data: { ...data, value: { a: 1 } } })],
    [
      'an error',
      ({ data, ...rest }) => ({ ...rest, data: { ...data, error: { code: 'storage_exhaustion' } } }),
    ],
    ['text that is no JSON', ({ origin: from, source }) => ({ origin: from, source, data: 'hello' })],
  ])('ignores a response with %s', async (_name, spoil) => {
    lms.answer = ({ message }) => {
      if (message.subject !== 'lti.get_data') return;
      const data = {
        subject: 'lti.get_data.response',
        message_id: message.message_id,
        key: 'lti_k',
        value: 'x',
      };
      own.hear(spoil({ data, origin, source: lms }) as Parameters<OwnWindow['hear']>[0]);
    };
    expect(await settle(storage('_parent').get())).toBeUndefined();
  });

  it('gives up after 1.5 s, and stops listening', async () => {
    let answered: boolean | undefined;
    void storage('_parent')
      .put('secret')
      .then((kept) => (answered = kept));
    await vi.advanceTimersByTimeAsync(1_499);
    expect(answered).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect([answered, own.listeners.size, vi.getTimerCount()]).toEqual([false, 0, 0]);
  });

  it('asks again while the LMS page may still be loading', async () => {
    const kept = storage(null).put('secret');
    await vi.advanceTimersByTimeAsync(100);
    keep(lms);
    expect(await settle(kept)).toBe(true);
  });
});
