/** Rights of a MongoDB user in the format of `connectionStatus` (MongoDB manual, connectionStatus, showPrivileges). */
import { describe, expect, it } from 'vitest';
import { listMissingRights } from '../../../../server/storage/mongo/server-state.ts';

/** Of the built-in role readWrite, shortened. */
const readWrite = [
  ...['collStats', 'createCollection', 'createIndex', 'dbStats', 'dropCollection', 'find', 'insert'],
  ...['listCollections', 'listIndexes', 'remove', 'update'],
];

describe('the rights of a MongoDB user', () => {
  it('are complete with the role readWrite in the database, or in all databases', () => {
    for (const db of ['numplus', '']) {
      expect(
        listMissingRights([{ resource: { db, collection: '' }, actions: readWrite }], 'numplus'),
      ).toEqual([]);
    }
    expect(listMissingRights([{ resource: { anyResource: true }, actions: readWrite }], 'numplus')).toEqual(
      [],
    );
  });

  it('are incomplete if the user may only read, for another database, or for one collection', () => {
    const read = [
      { resource: { db: 'numplus', collection: '' }, actions: ['find', 'listIndexes', 'listCollections'] },
    ];
    expect(listMissingRights(read, 'numplus')).toEqual([
      ...['insert', 'update', 'remove', 'createCollection', 'createIndex'],
    ]);
    const other = [{ resource: { db: 'other', collection: '' }, actions: readWrite }];
    expect(listMissingRights(other, 'numplus')).toHaveLength(8);
    const narrow = [{ resource: { db: 'numplus', collection: 'persons' }, actions: readWrite }];
    expect(listMissingRights(narrow, 'numplus')).toHaveLength(8);
  });
});
