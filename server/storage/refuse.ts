import { AppError } from '../base/errors.ts';

export function refuse(reason: string, params: Readonly<Record<string, string | number>> = {}): never {
  throw new AppError('storage.unavailable', { reason, ...params });
}
