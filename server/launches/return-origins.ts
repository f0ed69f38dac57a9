/** Origins that a signed message may return to: only what the operator connected. */
import type { Platform, PlatformsPort } from '../storage/ports/platforms.ts';

/** Origins of the platform and of the authorization addresses of its active registrations. */
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
