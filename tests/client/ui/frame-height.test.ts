import { afterEach, describe, expect, it } from 'vitest';
import { type FrameView, followHeight } from '../../../client/src/ui/frame-height.ts';

interface Sent {
  readonly message: unknown;
  readonly target: string;
}

/** A window in a frame whose page is as high as the test says. */
class FakeFrame {
  readonly sent: Sent[] = [];
  observed: unknown[] = [];
  #change: () => void = () => undefined;
  readonly view: FrameView;

  constructor(heightPx: number, isFramed = true) {
    const note = (message: unknown, target: string): void => {
      this.sent.push({ message, target });
    };
    const setChange = (change: () => void): void => {
      this.#change = change;
    };
    const { observed } = this;
    class Observer {
      constructor(change: () => void) {
        setChange(change);
      }
      observe(element: unknown): void {
        observed.push(element);
      }
      disconnect(): void {
        setChange(() => undefined);
        observed.length = 0;
      }
    }
    const own = { document, ResizeObserver: Observer, parent: { postMessage: note }, postMessage: note };
    this.view = isFramed ? own : Object.assign(own, { parent: own });
    this.resize(heightPx);
    this.sent.length = 0;
  }

  resize(heightPx: number): void {
    document.body.getBoundingClientRect = () => new DOMRect(0, 0, 800, heightPx);
    this.#change();
  }
}

afterEach(() => {
  delete document.documentElement.dataset.frame;
  Reflect.deleteProperty(document.body, 'getBoundingClientRect');
});

describe('the height of the frame', () => {
  it('is sent to the LMS in both formats, with nothing else in the message', () => {
    const frame = new FakeFrame(701.2);
    followHeight(frame.view);
    expect(frame.sent).toEqual([
      { message: { subject: 'lti.frameResize', height: 702 }, target: '*' },
      { message: '{"subject":"lti.frameResize","height":702}', target: '*' },
    ]);
  });

  it('is sent again only if it changed', () => {
    const frame = new FakeFrame(700);
    followHeight(frame.view);
    frame.resize(699.6);
    frame.resize(700);
    expect(frame.sent).toHaveLength(2);
    frame.resize(640);
    expect(frame.sent.slice(2).map(({ message }) => message)).toEqual([
      { subject: 'lti.frameResize', height: 640 },
      '{"subject":"lti.frameResize","height":640}',
    ]);
  });

  it('is not sent before there is anything to show', () => {
    const frame = new FakeFrame(0);
    followHeight(frame.view);
    expect(frame.sent).toEqual([]);
  });

  it('does not depend on the window while it is sent, to avoid a loop', () => {
    const frame = new FakeFrame(700);
    const stop = followHeight(frame.view);
    expect(document.documentElement.dataset.frame).toBe('fitted');
    expect(frame.observed).toEqual([document.body]);
    stop();
    expect(document.documentElement.dataset.frame).toBeUndefined();
    expect(frame.observed).toEqual([]);
    frame.resize(900);
    expect(frame.sent).toHaveLength(2);
  });

  it('is not sent if the page is in no frame', () => {
    const frame = new FakeFrame(700, false);
    followHeight(frame.view)();
    frame.resize(900);
    expect(frame.sent).toEqual([]);
    expect(document.documentElement.dataset.frame).toBeUndefined();
  });
});
