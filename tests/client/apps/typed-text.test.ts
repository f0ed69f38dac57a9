import { describe, expect, it } from 'vitest';
import { TypedText } from '../../../client/src/apps/kit/typed-text.svelte.ts';
import { HandTimers } from './mail/play.ts';

function start(): { box: TypedText; written: string[]; timers: HandTimers } {
  const written: string[] = [];
  const timers = new HandTimers();
  return { box: new TypedText('', (typed) => written.push(typed), timers), written, timers };
}

describe('typed text', () => {
  it('is not reset when an older text comes back while the person types on', () => {
    const { box } = start();
    box.type('a');
    box.flush();
    box.type('ab');
    box.flush();
    box.type('abc');
    box.follow('a');
    expect(box.current).toBe('abc');
    box.follow('ab');
    expect(box.current).toBe('abc');
  });

  it('accepts an earlier text from outside after its own was confirmed', () => {
    const { box, written } = start();
    box.type('a');
    box.flush();
    box.follow('a');
    box.type('ab');
    box.flush();
    box.follow('ab');
    box.follow('a');
    expect(box.current).toBe('a');
    box.flush();
    expect(written).toEqual(['a', 'ab']);
  });

  it('sends what is typed without a pause as one text', () => {
    const { box, written, timers } = start();
    const text = 'Bonjour Nadia, oui, je peux travailler. '.repeat(5);
    for (let end = 1; end <= text.length; end += 1) box.type(text.slice(0, end));
    expect(written).toEqual([]);
    timers.pass();
    expect(written).toEqual([text]);
  });

  it('sends the same text only once', () => {
    const { box, written, timers } = start();
    box.type('a');
    box.flush();
    timers.pass();
    box.flush();
    expect(written).toEqual(['a']);
  });

  it('sends nothing after the box is gone', () => {
    const { box, written, timers } = start();
    box.type('a');
    box.dispose();
    timers.pass();
    box.flush();
    expect(written).toEqual([]);
  });
});
