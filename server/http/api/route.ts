/** What a route of /api declares, and what its handler gets. */
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { ErrorCode } from '../../base/errors.ts';
import type { Askers, Role } from '../authenticate.ts';

export interface Route {
  /** `anyone`: no bearer is checked; the request holds its own secret. */
  readonly who: Role | 'anyone';
  /** For OpenAPI. */
  readonly summary: string;
  readonly body?: z.ZodType;
  /** Bytes as `express.json` reads them. */
  readonly bodyLimit?: string;
  readonly query?: z.ZodType;
  /** Per bearer, beside the limit of the whole API. */
  readonly perMinute?: number;
  readonly answer: Answer<unknown>;
  /** Codes that do not follow from the rest of the declaration (openapi.ts adds those). */
  readonly refusals?: readonly ErrorCode[];
}

/** By method and path below /api, e.g. `get /attempts/:attemptId/week`. */
export type Routes = Readonly<Record<RouteKey, Route>>;
export type Method = 'get' | 'post' | 'delete';
export type RouteKey = `${Method} /${string}`;

export interface Answer<Value> {
  /** `json`: the handler returns it. `file`: the handler writes it. `none`: 204. */
  readonly kind: 'json' | 'file' | 'none';
  /** A type of server/contract, or the media type of a file. */
  readonly name: string;
  /** Never set: carries the type. */
  readonly value?: Value;
}

/** @param name of the type in server/contract */
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

export interface Asked<Key extends string, Declared> {
  readonly asker: Declared extends { who: infer Name extends Role } ? Askers[Name] : null;
  /** Ids: letters, digits, `_` and `-`, at most 64. */
  readonly params: Readonly<Record<ParamOf<Key>, string>>;
  readonly query: Declared extends { query: infer Schema } ? Parsed<Schema> : undefined;
  readonly body: Declared extends { body: infer Schema } ? Parsed<Schema> : undefined;
  readonly request: Request;
  readonly response: Response;
}

export type Handlers<Group> = {
  readonly [Key in keyof Group & string]: (
    asked: Asked<Key, Group[Key]>,
  ) => Promise<Group[Key] extends { answer: Answer<infer Value> } ? Value : never>;
};
