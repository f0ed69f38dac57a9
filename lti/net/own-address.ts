/**
 * Platforms name the target twice (unsigned at login, signed in the token); both must be ours, or a launch
 * could redirect elsewhere.
 */
const knownPath = /^\/(?:lti\/launch|(?:play|teach|select|review)(?:\/[\w-]{1,64})?)?$/;

/** Paths for launches only; deep-linked items have a query. */
export function isOwnTarget(publicUrl: string, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const target = new URL(address);
  return (
    target.origin === new URL(publicUrl).origin &&
    target.username === '' &&
    target.password === '' &&
    knownPath.test(target.pathname)
  );
}

/** The only redirect_uri; the target claim tells links apart. */
export function getLaunchUrl(publicUrl: string): string {
  return new URL('/lti/launch', publicUrl).href;
}

/** What an LMS must be able to reach. */
export function getHostAndPort(publicUrl: string): { readonly host: string; readonly port: string } {
  const { hostname: host, port, protocol } = new URL(publicUrl);
  if (port !== '') return { host, port };
  return { host, port: protocol === 'https:' ? '443' : '80' };
}
