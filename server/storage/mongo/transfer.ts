import { randomUUID } from 'node:crypto';
import { refuse } from '../refuse.ts';
import type { TransferSource, TransferTarget } from '../ports/transfer.ts';
import { createErasedList } from './erased-list.ts';
import { openDatabase } from './database.ts';
import { key, migrate, transferOwner, openSchema, owner } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { listOthers } from './list-others.ts';
import { createRowAccess } from './row-access.ts';

/**
 * @throws AppError storage.unavailable; `reason` absent, older-version, unfinished (while reading), or as
 * openMongoStorage
 */
export async function openMongoSource(url: string): Promise<TransferSource> {
  const database = await openDatabase(url);
  try {
    const schema = await openSchema(database).find({ _id: key });
    if (schema === undefined) refuse('absent');
    if (schema.owner === transferOwner) refuse('half-moved');
    if (schema.owner !== owner) refuse('foreign-database');
    const known = migrations.at(-1)?.version ?? 0;
    if (schema.version > known) refuse('newer-version');
    if (schema.version < known || schema.begun !== null) refuse('older-version');
    return {
      rows: createRowAccess(database),
      erasedList: createErasedList(database),
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Returns `begun` if an interrupted move left something. */
export async function inspectMongoTarget(url: string): Promise<'free' | 'begun'> {
  const database = await openDatabase(url);
  try {
    const schema = await openSchema(database).find({ _id: key });
    if (schema?.owner === transferOwner) return 'begun';
    const names = await listOthers(database);
    if (schema === undefined ? names.length > 0 : schema.owner !== owner) refuse('foreign-database');
    for (const name of names) {
      if ((await database.count(name)) > 0) refuse('taken');
    }
    return 'free';
  } finally {
    await database.close();
  }
}

/** Deletes what an interrupted move left. */
export async function openMongoTarget(url: string): Promise<TransferTarget> {
  const database = await openDatabase(url);
  try {
    const schema = openSchema(database);
    if ((await schema.find({ _id: key, owner: transferOwner })) === undefined) {
      await migrate(database, { migrations, holder: randomUUID() });
      await schema.change({ _id: key }, { $set: { owner: transferOwner } });
    } else {
      for (const name of await listOthers(database)) await database.clear(name);
    }
    return {
      rows: createRowAccess(database),
      erasedList: createErasedList(database),
      finish: async () => {
        await schema.change({ _id: key, owner: transferOwner }, { $set: { owner } });
      },
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
