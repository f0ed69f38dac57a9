/** Our errors, and their causes in the log, hold neither addresses, users nor values of documents. */
import { z } from 'zod';
import { AppError } from '../../base/errors.ts';

const codesByReason: Readonly<Record<string, readonly number[]>> = {
  'not-allowed': [13],
  'auth-failed': [18, 391, 8_000],
  'not-replicated': [64, 100],
  'wrong-address': [73],
  unreachable: [6, 7, 89, 9_001],
  'no-primary': [91, 133, 134, 189, 10_058, 10_107, 11_600, 11_602, 13_435, 13_436],
  overloaded: [50, 112, 262, 462, 11_601],
  'too-large': [10_334, 17_280],
  full: [14_031],
};

const reasonOfCode = new Map(
  Object.entries(codesByReason).flatMap(([reason, codes]) => codes.map((code) => [code, reason] as const)),
);

const passingLabels = ['RetryableWriteError', 'RetryableError', 'TransientTransactionError'];

/** The first match counts. */
const reasonOfName: readonly (readonly [name: RegExp, reason: string])[] = [
  [/^MongoParseError|^MongoInvalidArgument|^MongoAPIError|^MongoMissingCredentials/, 'wrong-address'],
  [/ServerSelection|^MongoNetwork|^MongoPoolCleared|^PoolCleared|^MongoOperationTimeout/, 'unreachable'],
  [/^MongoNotConnected|^MongoTopologyClosed|^MongoClientClosed|^MongoPoolClosed|^MongooseError/, 'closed'],
  [/^MongoWriteConcern/, 'not-replicated'],
  [/^Mongo(?!ose)/, 'server-fault'],
];

/** Error codes of Node's resolver. */
const resolverCodes = ['ENOTFOUND', 'ENODATA', 'ESERVFAIL', 'ETIMEOUT', 'ECONNREFUSED', 'EREFUSED'];

const duplicateKey = 11_000;

/** Other errors are faults of our own code. */
export function translateError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const options = { cause: withoutDetails(error) };
  const code = 'code' in error ? error.code : undefined;
  if (code === duplicateKey) return new AppError('storage.duplicate', {}, options);
  const reason = reasonOf(error, code);
  if (reason === undefined) return dropValues(error);
  const number = reason === 'server-fault' && typeof code === 'number' ? { number: code } : {};
  return new AppError('storage.unavailable', { reason, ...number }, options);
}

export function isDuplicate(error: unknown): boolean {
  return error instanceof AppError && error.code === 'storage.duplicate';
}

function reasonOf(error: Error, code: unknown): string | undefined {
  const known = typeof code === 'number' ? reasonOfCode.get(code) : undefined;
  if (known !== undefined) return known;
  if (code === 'ERR_INVALID_URL') return 'wrong-address';
  if (typeof code === 'string' && resolverCodes.includes(code)) return 'unreachable';
  const named = reasonOfName.find(([name]) => name.test(error.name))?.[1];
  // If a server rejects us, the cause says why.
  const { cause } = error;
  // A bulk write sets `errorResponse`.
  const response = 'errorResponse' in error ? error.errorResponse : undefined;
  const within = cause instanceof Error ? cause : response;
  const inner =
    within instanceof Error ? reasonOf(within, 'code' in within ? within.code : undefined) : undefined;
  if (named === 'server-fault') return inner ?? (isPassing(error) ? 'no-primary' : named);
  return named === undefined || inner === 'auth-failed' || inner === 'not-allowed' ? (inner ?? named) : named;
}

function isPassing(error: Error): boolean {
  const labels: unknown = 'errorLabels' in error ? error.errorLabels : undefined;
  return Array.isArray(labels) && passingLabels.some((label) => labels.includes(label));
}

/** Names only: messages quote addresses, users and documents. */
function withoutDetails(error: Error): Error {
  const code: unknown = 'code' in error ? error.code : undefined;
  const codeName: unknown = 'codeName' in error ? error.codeName : undefined;
  const isCode = typeof code === 'number' || (typeof code === 'string' && /^[A-Z_]{2,40}$/.test(code));
  const isName = typeof codeName === 'string' && /^[A-Za-z]{2,60}$/.test(codeName);
  const within = error.cause instanceof Error ? { cause: withoutDetails(error.cause) } : {};
  const told = new Error(
    [error.name, ...(isCode ? [code] : []), ...(isName ? [codeName] : [])].join(' '),
    within,
  );
  const places = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  told.stack = [`Error: ${told.message}`, ...places].join('\n');
  return told;
}

/** Mongoose attaches documents, or quotes a value; a log would show them. */
function dropValues(error: Error): Error {
  const refused = findRefusedValue(error);
  if (refused !== undefined) return new TypeError(`${refused.path} takes no such value: ${refused.kind}`);
  return error;
}

const refusal = z.object({ path: z.string(), kind: z.string() });

/** The field whose value mongoose refuses, and its type. */
function findRefusedValue(error: Error): z.infer<typeof refusal> | undefined {
  if (error.name === 'CastError') return refusal.parse(error);
  if (error.name !== 'ValidationError' || !('errors' in error)) return undefined;
  return refusal.parse(Object.values(error.errors as object)[0]);
}
