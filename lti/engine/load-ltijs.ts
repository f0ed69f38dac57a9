/**
 * Loads ltijs without its mongoose, which only ltijs's own database uses; our plugin replaces that. Mongoose
 * would take more memory and start-up time than the rest of ltijs.
 */
import { createRequire, Module } from 'node:module';
import type ltijs from 'ltijs';

const require = createRequire(import.meta.url);

/** The stand-in for mongoose is removed before any other code runs. */
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
