import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { ErrorCode } from '../../../base/errors.ts';
import type { Principals, Role } from '../../authenticate.ts';

export interface Route {
  /** `anyone`: no bearer; the request holds its own secret. */
  readonly who: Role | 'anyone';
  /** For OpenAPI. */
  readonly summary: string;
  readonly body?: z.ZodType;
  /** In bytes; default: 16 kB. */
  readonly bodyLimit?: number;
  readonly query?: z.ZodType;
  /** Per launch, in addition to the API's limit. */
  readonly perMinute?: number;
  readonly answer: Answer<unknown>;
  /** Never for an answer with a token, which its compressed size could reveal (BREACH). */
  readonly isCompressed?: boolean;
  /** Codes beyond those that openapi.ts derives. */
  readonly refusals?: readonly ErrorCode[];
}

/** e.g. `get /attempts/:attemptId/week`, below /api. */
export type Routes = Readonly<Record<RouteKey, Route>>;
export type Method = 'get' | 'post' | 'delete';
export type RouteKey = `${Method} /${string}`;

export interface Answer<Value> {
  /** `json`: returned by the handler. `file`: written by it. `none`: 204. */
  readonly kind: 'json' | 'file' | 'none';
  /** A type of server/contract, or the media type of a file. */
  readonly name: string;
  /** Never set: carries the type. */
  readonly value?: Value;
}

export function json<Value>(name: string): Answer<Value> {
  return { kind: 'json', name };
}

export function file(mediaType: string): Answer<void> {
  return { kind: 'file', name: mediaType };
}

export const nothing: Answer<void> = { kind: 'none', name: '' };

type ParamOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamOf<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

export interface HandlerInput<Key extends string, Declared> {
  readonly principal: Declared extends { who: infer Name extends Role } ? Principals[Name] : null;
  /** Ids: letters, digits, `_` and `-`, at most 64. */
  readonly params: Readonly<Record<ParamOf<Key>, string>>;
  readonly query: Declared extends { query: infer Schema } ? Parsed<Schema> : undefined;
  readonly body: Declared extends { body: infer Schema } ? Parsed<Schema> : undefined;
  readonly request: Request;
  readonly response: Response;
}

export type Handlers<Group> = {
  readonly [Key in keyof Group & string]: (
    input: HandlerInput<Key, Group[Key]>,
  ) => Promise<Group[Key] extends { answer: Answer<infer Value> } ? Value : never>;
};
