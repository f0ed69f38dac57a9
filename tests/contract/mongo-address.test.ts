/** Which addresses of MongoDB are refused. */
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../server/storage/mongo/address.ts';
import { openDatabase } from '../../server/storage/mongo/database.ts';

const refusal = (reason: string, params: object = {}): unknown =>
  expect.objectContaining({ code: 'storage.unavailable', params: { reason, ...params } });

const hasty = { selectionMs: 500, connectMs: 500, heartbeatMs: 500, silenceMs: 1_000 };

describe('an address of MongoDB', () => {
  it.each([
    ['mongodb://user:secret@host', 'wrong-address'],
    ['mongodb://user:secret@host/', 'wrong-address'],
    ['mongodb://user:se%cret@host/numplus', 'wrong-address'],
    ['mongodb://host:99999/numplus', 'wrong-address'],
    ['mongodb://host/numplus?sceret=1', 'wrong-address'],
    ['mongodb://user:secret@host/admin', 'wrong-address'],
    ['mongodb://user:secret@host/local?retryWrites=true', 'wrong-address'],
    ['mongodb+srv://nowhere.invalid/numplus', 'unreachable'],
    ['mongodb://user:secret@127.0.0.1:1/numplus', 'unreachable'],
  ])('%s is refused as %s without showing its password', async (url, reason) => {
    const error: unknown = await openDatabase(url, hasty).catch((thrown: unknown) => thrown);
    expect(error).toEqual(refusal(reason));
    const cause: unknown = error instanceof Error ? error.cause : undefined;
    expect(`${String(error)} ${String(cause)}`).not.toMatch(/se%?cret/);
  });
});

describe('an address that weakens durability', () => {
  const strong = 'w=majority&journal=true&readConcernLevel=majority&retryWrites=true';

  it.each([
    ['journal=false', 'journal'],
    ['JOURNAL=false', 'JOURNAL'],
    ['j=false', 'j'],
    ['tls=false&w=1', 'w'],
    ['w=0', 'w'],
    ['readConcernLevel=local', 'readConcernLevel'],
    ['readConcernLevel=available', 'readConcernLevel'],
    ['retryWrites=false', 'retryWrites'],
  ])('is refused with %s', async (query, option) => {
    const url = `mongodb://user:secret@127.0.0.1:1/numplus?${query}`;
    await expect(openDatabase(url)).rejects.toEqual(refusal('weak-address', { option }));
  });

  it('is accepted with the strong values, which are the defaults', () => {
    expect(readAddress(`mongodb://user:secret@a,b/numplus?replicaSet=rs0&${strong}`)).toBe('numplus');
  });
});
