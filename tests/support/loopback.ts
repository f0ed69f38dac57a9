/** Browsers resolve `*.localhost` to loopback; Node's resolver may not. */

/** The same address with 127.0.0.1. */
export function toLoopback(address: string): string {
  const url = new URL(address);
  if (url.hostname.endsWith('.localhost')) url.hostname = '127.0.0.1';
  return url.href;
}
