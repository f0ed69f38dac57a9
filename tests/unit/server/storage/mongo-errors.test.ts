/** What MongoDB says that no server of the tests can be brought to say. */
import { describe, expect, it } from 'vitest';
import { translateError } from '../../../../server/storage/mongo/mongo-errors.ts';

const driverError = (name: string, fields: object = {}, options: ErrorOptions = {}): Error =>
  Object.assign(new Error('mongodb://user:secret@host says no', options), { name, ...fields });

describe('an error of MongoDB', () => {
  it.each([
    ['a right that is missing', driverError('MongoServerError', { code: 13 }), 'not-allowed'],
    ['a wrong password', driverError('MongoServerError', { code: 18 }), 'auth-failed'],
    [
      'a write that most servers did not confirm',
      driverError('MongoWriteConcernError', { code: 64 }),
      'not-replicated',
    ],
    ['a server that lost its rank', driverError('MongoServerError', { code: 10_107 }), 'no-primary'],
    ['a document that is too large', driverError('MongoServerError', { code: 10_334 }), 'too-large'],
    ['a full disk', driverError('MongoServerError', { code: 14_031 }), 'full'],
    ['a broken connection', driverError('MongoNetworkError'), 'unreachable'],
    [
      'several writes that no server answered',
      driverError('MongoBulkWriteError', { errorResponse: driverError('MongoNetworkTimeoutError') }),
      'unreachable',
    ],
    [
      'a right that is missing for several writes',
      driverError('MongoBulkWriteError', { code: 13, errorResponse: { code: 13 } }),
      'not-allowed',
    ],
    [
      'a server that refuses us while it is looked for',
      driverError(
        'MongooseServerSelectionError',
        {},
        { cause: driverError('MongoServerError', { code: 18 }) },
      ),
      'auth-failed',
    ],
  ])('%s becomes storage.unavailable with its reason', (_, error, reason) => {
    expect(translateError(error)).toMatchObject({ code: 'storage.unavailable', params: { reason } });
    expect(String(translateError(error))).not.toContain('secret');
  });

  it('about a duplicate becomes storage.duplicate', () => {
    expect(translateError(driverError('MongoServerError', { code: 11_000 }))).toMatchObject({
      code: 'storage.duplicate',
    });
  });

  it('without a code of ours stays unchanged', () => {
    const fault = new TypeError('ours');
    expect(translateError(fault)).toBe(fault);
  });

  it('without a code of ours does not contain the document that was to be written', () => {
    const fault = driverError('MongoBulkWriteError', { code: 121, insertedDocs: [{ text: 'Philomène' }] });
    expect(translateError(fault)).toBe(fault);
    expect(JSON.stringify(fault)).toBe('{"code":121}');
  });
});
