import { z } from 'zod';
import { AppError } from '../base/errors.ts';

/** @throws AppError request.invalid naming the first faulty place, never its value */
export function parseBody<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new AppError('request.invalid', { path: parsed.error.issues[0]?.path.join('.') ?? '' });
}

export const idPattern = /^[\w-]{1,64}$/;

const Id = z.string().regex(idPattern);

export function parseId(value: unknown): string {
  return parseBody(Id, value);
}
