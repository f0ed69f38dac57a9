import { describe, expect, it } from 'vitest';
import { getMailWorld } from '../../../../client/src/apps/mail/mail-model.ts';
import { listRoute } from '../../../../client/src/apps/mail/point-at.ts';
import { startMail } from '../../../../scenarios/world/mail/mail.ts';
import { sampleWorld } from './sample-world.ts';

const start = startMail(getMailWorld(sampleWorld));

describe('the path that help points along', () => {
  it('is empty for what is in another app', () => {
    expect(listRoute(null, sampleWorld, start)).toEqual([]);
    expect(listRoute('files:folder:x', sampleWorld, start)).toEqual([]);
  });

  it('goes to an attachment through its message', () => {
    expect(listRoute('mail:attachment:a1', sampleWorld, start)).toEqual([
      'mail:attachment:a1',
      'mail:message:m2',
      'mail:back',
      'mail:folder:inbox',
    ]);
  });

  it('goes to any attachment of the open message, else through the list', () => {
    expect(listRoute('mail:attachment', sampleWorld, { ...start, open: 'm2' })[0]).toBe('mail:attachment:a1');
    expect(listRoute('mail:attachment', sampleWorld, start)).toEqual(['mail:list', 'mail:back']);
  });

  it('goes to the reply through the message that help is about, not another open one', () => {
    expect(listRoute('mail:reply', sampleWorld, { ...start, open: 'm1' })[0]).toBe('mail:message:m2');
    expect(listRoute('mail:reply', sampleWorld, { ...start, open: 'm2' })).toEqual(['mail:reply']);
  });

  it('goes to the ready-made sentences through replying, or directly while writing', () => {
    expect(listRoute('mail:phrases', sampleWorld, { ...start, open: 'm2' })).toEqual(['mail:reply']);
    expect(listRoute('mail:phrases', sampleWorld, { ...start, composing: 'd1' })).toEqual(['mail:phrases']);
  });
});
