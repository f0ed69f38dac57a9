/** Our errors contain neither the address nor values of documents. */
import { z } from 'zod';
import { AppError } from '../../base/errors.ts';

const reasonOfCode: Readonly<Record<number, string>> = {
  13: 'not-allowed',
  18: 'auth-failed',
  8000: 'auth-failed',
  64: 'not-replicated',
  73: 'wrong-address',
  91: 'no-primary',
  189: 'no-primary',
  10107: 'no-primary',
  11600: 'no-primary',
  11602: 'no-primary',
  13435: 'no-primary',
  13436: 'no-primary',
  10334: 'too-large',
  14031: 'full',
  17280: 'too-large',
};

/** The first match counts. */
const reasonOfName: readonly (readonly [name: RegExp, reason: string])[] = [
  [/^MongoParseError|^MongoInvalidArgument|^MongoAPIError|^MongoMissingCredentials/, 'wrong-address'],
  [/ServerSelection|^MongoNetwork|^MongoPoolCleared|^PoolCleared|^MongoOperationTimeout/, 'unreachable'],
  [/^MongoNotConnected|^MongoTopologyClosed|^MongoClientClosed|^MongoPoolClosed|^MongooseError/, 'closed'],
  [/^MongoWriteConcern/, 'not-replicated'],
];

/** Error codes of Node's resolver. */
const resolverCodes = ['ENOTFOUND', 'ENODATA', 'ESERVFAIL', 'ETIMEOUT', 'ECONNREFUSED', 'EREFUSED'];

const duplicateKey = 11_000;

/** Errors without a code of ours are faults of our own code. */
export function translateError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const code = 'code' in error ? error.code : undefined;
  if (code === duplicateKey) return new AppError('storage.duplicate', {}, { cause: error });
  const reason = reasonOf(error, code);
  if (reason === undefined) return dropValues(error);
  // The message may quote the address, with a password.
  const cause = reason === 'wrong-address' ? {} : { cause: error };
  return new AppError('storage.unavailable', { reason }, cause);
}

function reasonOf(error: Error, code: unknown): string | undefined {
  if (typeof code === 'number' && code in reasonOfCode) return reasonOfCode[code];
  if (code === 'ERR_INVALID_URL') return 'wrong-address';
  if (typeof code === 'string' && resolverCodes.includes(code)) return 'unreachable';
  const named = reasonOfName.find(([name]) => name.test(error.name))?.[1];
  // If a server rejects us while the driver looks for one, the cause says why.
  const { cause } = error;
  // A bulk write sets `errorResponse`.
  const response = 'errorResponse' in error ? error.errorResponse : undefined;
  const within = cause instanceof Error ? cause : response;
  const inner =
    within instanceof Error ? reasonOf(within, 'code' in within ? within.code : undefined) : undefined;
  return named === undefined || inner === 'auth-failed' || inner === 'not-allowed' ? (inner ?? named) : named;
}

/** The driver and mongoose attach documents, or quote a value; a log would show them. */
function dropValues(error: Error): Error {
  const refused = findRefusedValue(error);
  if (refused !== undefined) return new TypeError(`${refused.path} takes no such value: ${refused.kind}`);
  if (error.name.startsWith('Mongo')) {
    for (const key of Object.keys(error)) if (key !== 'code') Reflect.deleteProperty(error, key);
  }
  return error;
}

const refusal = z.object({ path: z.string(), kind: z.string() });

/** Finds the field whose value mongoose refuses, and the type it must have. */
function findRefusedValue(error: Error): z.infer<typeof refusal> | undefined {
  if (error.name === 'CastError') return refusal.parse(error);
  if (error.name !== 'ValidationError' || !('errors' in error)) return undefined;
  return refusal.parse(Object.values(error.errors as object)[0]);
}
