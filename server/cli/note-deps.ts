import { randomUUID } from 'node:crypto';
import { createLogger } from '../base/log.ts';
import type { AuditDeps } from '../records/audit.ts';
import { logDescriptor, untold } from './with-context.ts';

/** For commands that work on a database without opening the tool. */
export function createNoteDeps(): Omit<AuditDeps, 'storage'> {
  return {
    clock: Date.now,
    randomId: randomUUID,
    log: createLogger({ logLevel: 'info' }, logDescriptor, untold),
  };
}
