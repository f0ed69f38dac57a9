/**
 * Loads ltijs without the mongoose that it brings along. Only ltijs's own database uses that, which our plugin stands
 * in for; it would weigh more than the rest of ltijs, in memory and in the time of a start.
 */
import { createRequire, Module } from 'node:module';
import type ltijs from 'ltijs';

const require = createRequire(import.meta.url);

/** The package as `import` would give it. Nobody else sees the stand-in: it is gone before anything else runs. */
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
