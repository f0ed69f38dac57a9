/** Where a browser may take a signed message back to: what the operator connected, and nothing else. */
import type { Platform, PlatformsPort } from '../storage/ports/platforms.ts';

/** The platform's origins and those of its authorization addresses, each once. */
export async function listReturnOrigins(
  platforms: Pick<PlatformsPort, 'listRegistrations'>,
  platform: Platform,
): Promise<readonly string[]> {
  const registrations = await platforms.listRegistrations(platform.organisationId, platform.id);
  const own = registrations
    .filter(({ active }) => active)
    .map(({ authorizationUrl }) => new URL(authorizationUrl).origin);
  return [...new Set([...platform.origins, ...own])];
}
