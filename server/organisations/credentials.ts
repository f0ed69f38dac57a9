import { z } from 'zod';
import type { Secrets } from '../base/secrets.ts';
import type { Destination } from '../storage/ports/destinations.ts';

const Credentials = z.object({ key: z.string(), secret: z.string() });

export type Credentials = z.infer<typeof Credentials>;

const purpose = 'destination';

/** Sealed for this destination's id: they can't be opened for another. */
export function sealCredentials(
  secrets: Secrets,
  destinationId: string,
  { key, secret }: Credentials,
): string {
  return secrets.seal(purpose, JSON.stringify({ key, secret }), destinationId);
}

export function openCredentials(
  secrets: Secrets,
  { id, sealedCredentials }: Pick<Destination, 'id' | 'sealedCredentials'>,
): Credentials {
  return Credentials.parse(JSON.parse(secrets.unseal(purpose, sealedCredentials, id)));
}
