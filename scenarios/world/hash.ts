/**
 * Client and server compare states by this hash. Canonical and the same in every engine; not a security
 * measure.
 */
import type { SceneState } from './types.ts';

/**
 * 16 hexadecimal digits. Leaves out the undo states: they follow from the actions, and the hash stays fast in
 * long scenes.
 */
export function hashState(state: SceneState): string {
  return hashText(canonicalJson([state.apps, state.past.length, state.help, state.ended]));
}

/** Sorted keys; leaves out undefined properties, as JSON does. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const children = value as Readonly<Record<string, unknown>>;
  const parts = [];
  // Runs for each batch and each press: a loop costs half of chained lists.
  for (const key of Object.keys(children).sort()) {
    const child = children[key];
    if (child !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(child)}`);
  }
  return `{${parts.join(',')}}`;
}

/** Two 32-bit lanes of multiply-and-xor (cyrb53's scheme), each finished by murmur's mixing. */
function hashText(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  const mixedHigh = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  const mixedLow = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return hex(mixedHigh) + hex(mixedLow);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
