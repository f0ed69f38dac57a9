/**
 * A platform names its target twice (unsigned at login, signed in the token); both must be ours, or a launch
 * could redirect people elsewhere.
 */
const knownPath = /^\/(?:lti\/launch|(?:play|teach|select|review)(?:\/[\w-]{1,64})?)?$/;

/** Under our origin, on a path for launches. A query is allowed: deep-linked items have one. */
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
