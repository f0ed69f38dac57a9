/** What MongoDB says that no server of the tests can be brought to say. */
import { pino } from 'pino';
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

  it.each([
    [6, 'unreachable'],
    [7, 'unreachable'],
    [50, 'overloaded'],
    [89, 'unreachable'],
    [91, 'no-primary'],
    [100, 'not-replicated'],
    [112, 'overloaded'],
    [133, 'no-primary'],
    [134, 'no-primary'],
    [189, 'no-primary'],
    [262, 'overloaded'],
    [391, 'auth-failed'],
    [462, 'overloaded'],
    [9_001, 'unreachable'],
    [10_058, 'no-primary'],
    [11_600, 'no-primary'],
    [11_601, 'overloaded'],
    [11_602, 'no-primary'],
    [13_435, 'no-primary'],
    [13_436, 'no-primary'],
  ])('of code %i becomes storage.unavailable as %s, by one write or several', (code, reason) => {
    const single = driverError('MongoServerError', { code });
    const several = driverError('MongoBulkWriteError', { code, insertedDocs: [{ text: 'Philomène' }] });
    for (const error of [single, several, driverError('MongoWriteConcernError', { code })]) {
      expect(translateError(error)).toMatchObject({ code: 'storage.unavailable', params: { reason } });
    }
  });

  it('without a mapping becomes storage.unavailable with its number', () => {
    expect(translateError(driverError('MongoServerError', { code: 121 }))).toMatchObject({
      code: 'storage.unavailable',
      params: { reason: 'server-fault', number: 121 },
    });
    expect(translateError(driverError('MongoRuntimeError'))).toMatchObject({
      params: { reason: 'server-fault' },
    });
  });

  it.each(['RetryableWriteError', 'TransientTransactionError'])(
    'without a mapping that the server marks as %s passes by itself',
    (label) => {
      const marked = driverError('MongoServerError', { code: 9_999, errorLabels: [label] });
      expect(translateError(marked)).toMatchObject({ params: { reason: 'no-primary' } });
    },
  );

  it.each([
    ['MongoServerError', { code: 121, codeName: 'DocumentValidationFailure' }],
    ['MongoServerError', { code: 11_000, codeName: 'DuplicateKey' }],
    ['MongoBulkWriteError', { code: 10_107, insertedDocs: [{ text: 'Philomène' }] }],
    ['MongoNetworkError', {}],
    ['MongoParseError', {}],
  ])('%s shows the log neither address, user nor document', (name, fields) => {
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => lines.push(line) });
    const inner = driverError('MongoServerError', { code: 18, errmsg: 'user secret' });
    log.error({ err: translateError(driverError(name, fields, { cause: inner })) }, 'failed');
    expect(lines.join()).toContain(name);
    expect(lines.join()).not.toMatch(/secret|@host|Philomène/);
  });
});
