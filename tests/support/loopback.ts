/** Names below `localhost` are loopback to every browser; Node's resolver may not know them. */

/** The same address by the loopback's number. */
export function toLoopback(address: string): string {
  const url = new URL(address);
  if (url.hostname.endsWith('.localhost')) url.hostname = '127.0.0.1';
  return url.href;
}
