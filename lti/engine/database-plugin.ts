/**
 * Database of ltijs. Seals keys and tokens (AES-256-GCM), keeps nonces unique, and drops what ltijs would
 * store about a person.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export interface LtiRows {
  /** Unexpired rows matching every pair, oldest first. */
  find(collection: string, query: Readonly<Record<string, string>>, now: number): Promise<LtiRow[]>;
  /** @throws Error with `code` `storage.duplicate` if the unique key is taken */
  insert(row: LtiRow): Promise<void>;
  /** Atomic: replaces every match, or inserts one. */
  replace(query: Readonly<Record<string, string>>, row: LtiRow): Promise<void>;
  remove(collection: string, query: Readonly<Record<string, string>>): Promise<void>;
  deleteExpired(now: number, limit: number): Promise<number>;
}

/** `index` is searchable; `value` is JSON, possibly sealed. */
export interface LtiRow {
  readonly collection: string;
  readonly index: Readonly<Record<string, string>>;
  /** Unique within the collection; may be empty. */
  readonly uniqueKey: string;
  readonly value: string;
  readonly createdAt: number;
  /** 0: never expires. */
  readonly expiresAt: number;
}

type Item = Record<string, unknown>;
type EncryptionMark = string | false;

/** ltijs may call it with anything posted. `Retire` is ours. */
export interface LtijsDatabase {
  setup(): Promise<true>;
  Close(): Promise<true>;
  Get(mark: EncryptionMark, collection: string, query?: unknown): Promise<Item[] | false>;
  Insert(mark: EncryptionMark, collection: string, item: unknown, index?: unknown): Promise<true>;
  Replace(
    mark: EncryptionMark,
    collection: string,
    query: unknown,
    item: unknown,
    index?: unknown,
  ): Promise<true>;
  Modify(mark: EncryptionMark, collection: string, query: unknown, change: unknown): Promise<true>;
  Delete(collection: string, query: unknown): Promise<true>;
  Retire(
    collection: string,
    query: Readonly<Record<string, string>>,
    expiresAt: number,
    options: { readonly except: Readonly<Record<string, string>> },
  ): Promise<void>;
}

interface Collection {
  readonly index: readonly string[];
  /** Index fields that are unique together. */
  readonly unique: readonly string[];
  readonly lifeMs: number;
}

/**
 * Without `idtoken`, `contexttoken` and `state`: there ltijs would write names and e-mail addresses, for
 * sessions that we don't use.
 */
const collections = new Map<string, Collection>([
  ['platform', { index: ['platformUrl', 'clientId', 'kid'], unique: ['platformUrl', 'clientId'], lifeMs: 0 }],
  ['platformStatus', { index: ['id'], unique: ['id'], lifeMs: 0 }],
  ['publickey', { index: ['kid', 'platformUrl', 'clientId'], unique: ['kid'], lifeMs: 0 }],
  ['privatekey', { index: ['kid', 'platformUrl', 'clientId'], unique: ['kid'], lifeMs: 0 }],
  [
    'accesstoken',
    {
      index: ['platformUrl', 'clientId', 'scopes'],
      unique: ['platformUrl', 'clientId', 'scopes'],
      lifeMs: 3_600_000,
    },
  ],
  // Longer than a login lasts; after that its nonce can't be replayed.
  ['nonce', { index: ['nonce'], unique: ['nonce'], lifeMs: 15 * 60_000 }],
]);

export interface DatabasePluginDeps {
  readonly rows: LtiRows;
  /** 32 bytes each. The first seals, all of them open. */
  readonly encryptionKeys: readonly [Uint8Array, ...Uint8Array[]];
  readonly clock: () => number;
  /** The key that verified the current launch. */
  readonly findLaunchKey: () => object | undefined;
}

/**
 * Queries with values other than strings match nothing and change nothing.
 * @throws if a unique key is taken
 */
export function createDatabasePlugin(deps: DatabasePluginDeps): LtijsDatabase {
  const { rows, clock } = deps;
  const [sealingKey] = deps.encryptionKeys;

  const buildRow = (
    key: EncryptionMark,
    name: string,
    kind: Collection,
    item: unknown,
    index: unknown,
  ): LtiRow => {
    const fields = pickStrings(kind.index, key === false ? item : index);
    const text = JSON.stringify(item);
    const createdAt = clock();
    return {
      collection: name,
      index: fields,
      uniqueKey: JSON.stringify(kind.unique.map((field) => fields[field] ?? '')),
      value: key === false ? text : seal(sealingKey, name, text),
      createdAt,
      expiresAt: kind.lifeMs === 0 ? 0 : createdAt + kind.lifeMs,
    };
  };

  const get: LtijsDatabase['Get'] = async (key, collection, query) => {
    const kind = collections.get(collection);
    const wanted = readQuery(query);
    if (kind === undefined || wanted === undefined) return false;
    const found = await rows.find(collection, wanted, clock());
    const items = found.flatMap((row) => {
      const item = readItem(row, key, deps.encryptionKeys);
      return item === undefined ? [] : [withLaunchKey(row, item, deps.findLaunchKey())];
    });
    return items.length === 0 ? false : items;
  };

  return {
    setup: () => Promise.resolve(true),
    Close: () => Promise.resolve(true),
    Get: get,
    async Insert(key, collection, item, index) {
      const kind = collections.get(collection);
      if (kind !== undefined) await rows.insert(buildRow(key, collection, kind, item, index));
      return true;
    },
    async Replace(key, collection, query, item, index) {
      const kind = collections.get(collection);
      const wanted = readQuery(query);
      if (kind !== undefined && wanted !== undefined) {
        await rows.replace(wanted, buildRow(key, collection, kind, item, index));
      }
      return true;
    },
    async Modify(key, collection, query, change) {
      const kind = collections.get(collection);
      const wanted = readQuery(query);
      if (kind === undefined || wanted === undefined || !isRecord(change)) return true;
      for (const row of await rows.find(collection, wanted, clock())) {
        const item = readItem(row, key, deps.encryptionKeys);
        if (item === undefined) continue;
        const fields = { ...item, ...change };
        delete fields.createdAt;
        await rows.replace(
          row.index,
          buildRow(key, row.collection, kind, fields, { ...row.index, ...change }),
        );
      }
      return true;
    },
    async Delete(collection, query) {
      const wanted = readQuery(query);
      // ltijs reads a missing condition as "all rows".
      if (collections.has(collection) && wanted !== undefined && Object.keys(wanted).length > 0) {
        await rows.remove(collection, wanted);
      }
      return true;
    },
    async Retire(collection, query, expiresAt, { except }) {
      for (const row of await rows.find(collection, query, clock())) {
        const isExcepted = Object.entries(except).every(([field, value]) => row.index[field] === value);
        const endsBefore = row.expiresAt !== 0 && row.expiresAt <= expiresAt;
        if (!isExcepted && !endsBefore) await rows.replace(row.index, { ...row, expiresAt });
      }
    },
  };
}

/** ltijs must use the key that verify.ts used, or it fetches the key set itself, without a time-out. */
function withLaunchKey(row: LtiRow, item: Item, key: object | undefined): Item {
  if (row.collection !== 'platform' || key === undefined) return item;
  return { ...item, authConfig: { method: 'RSA_KEY', key } };
}

function readItem(row: LtiRow, key: EncryptionMark, keys: readonly Uint8Array[]): Item | undefined {
  const text = key === false ? row.value : open(keys, row.collection, row.value);
  if (text === undefined) return undefined;
  const item: unknown = JSON.parse(text);
  return isRecord(item) ? { ...item, createdAt: row.createdAt } : undefined;
}

function readQuery(query: unknown): Record<string, string> | undefined {
  if (query === undefined || query === null || query === false) return {};
  if (!isRecord(query)) return undefined;
  const wanted: Record<string, string> = {};
  for (const [field, value] of Object.entries(query)) {
    if (typeof value !== 'string') return undefined;
    wanted[field] = value;
  }
  return wanted;
}

function pickStrings(fields: readonly string[], from: unknown): Record<string, string> {
  if (!isRecord(from)) return {};
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = from[field];
      return typeof value === 'string' ? [[field, value]] : [];
    }),
  );
}

function isRecord(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const ivBytes = 12;
const tagBytes = 16;

/** Bound to the collection, so that no value can be opened in another. */
function seal(key: Uint8Array, collection: string, text: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(collection));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Rows without a secret are stored as JSON. */
export function isUnsealed(value: string): boolean {
  return value.startsWith('{');
}

/** Returns it unchanged if sealed with the first key or without a secret; undefined if no key opens it. */
export function resealValue(
  keys: readonly [Uint8Array, ...Uint8Array[]],
  collection: string,
  value: string,
): string | undefined {
  if (isUnsealed(value) || open(keys.slice(0, 1), collection, value) !== undefined) return value;
  const text = open(keys, collection, value);
  return text === undefined ? undefined : seal(keys[0], collection, text);
}

function open(keys: readonly Uint8Array[], collection: string, value: string): string | undefined {
  const bytes = Buffer.from(value, 'base64url');
  for (const key of keys) {
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes));
      decipher.setAAD(Buffer.from(collection));
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString(
        'utf8',
      );
    } catch {
      // The row may be sealed with another key.
    }
  }
  return undefined;
}
