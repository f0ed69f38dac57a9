/** The only readers of request bodies. Nothing is inflated, because a kilobyte can become a megabyte. */
import express, { type RequestHandler } from 'express';
import { AppError } from '../base/errors.ts';

/** Twice the levels of the contract's deepest body. */
export const deepestJson = 16;

interface BodyError extends Error {
  readonly type: string;
}

export const kilobyte = 1024;

/** @param limit in bytes */
export function readJson(limit: number): RequestHandler {
  const parse = express.json({
    limit,
    inflate: false,
    // Parsing takes a hundred times longer.
    verify(_request, _response, bytes, charset) {
      if (charset !== 'utf-8') throw bodyError('charset.unsupported');
      if (isNestedDeeper(bytes, deepestJson)) throw bodyError('entity.too.deep');
    },
  });
  return refuseAnnounced(limit, parse);
}

/** @param limit in bytes */
export function readForm(limit: number): RequestHandler {
  return refuseAnnounced(limit, express.urlencoded({ limit, inflate: false, extended: false }));
}

/** The parsers read a body to its end before they refuse it. */
function refuseAnnounced(limit: number, parse: RequestHandler): RequestHandler {
  return (request, response, next) => {
    if (Number(request.headers['content-length'] ?? 0) > limit) next(new AppError('request.too-large'));
    else void parse(request, response, next);
  };
}

/** error-handler.ts has a code for each type. */
function bodyError(type: string): BodyError {
  return Object.assign(new Error(type), { type });
}

const [quote = 0, backslash = 0, openList = 0, closeList = 0, openObject = 0, closeObject = 0] =
  Buffer.from('"\\[]{}');

/** Exact for valid JSON; the parser refuses the rest. */
function isNestedDeeper(bytes: Uint8Array, limit: number): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (inText) {
      if (byte === backslash) at += 1;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (byte === openList || byte === openObject) {
      depth += 1;
      if (depth > limit) return true;
    } else if (byte === closeList || byte === closeObject) depth -= 1;
  }
  return false;
}
