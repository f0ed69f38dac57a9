/**
 * Omits mongoose, which our plugin replaces; it takes more memory and start-up time than the rest of ltijs.
 */
import { createRequire, Module } from 'node:module';
import type ltijs from 'ltijs';

const require = createRequire(import.meta.url);

/** Removes the mongoose stub before other code runs. */
export function loadLtijs(): typeof ltijs {
  const mongoose = createRequire(require.resolve('ltijs')).resolve('mongoose');
  const isThere = require.cache[mongoose] !== undefined;
  if (!isThere) require.cache[mongoose] = emptyModule(mongoose);
  try {
    return require('ltijs') as typeof ltijs;
  } finally {
    if (!isThere) Reflect.deleteProperty(require.cache, mongoose);
  }
}

function emptyModule(path: string): Module {
  return Object.assign(new Module(path), { filename: path, loaded: true });
}
