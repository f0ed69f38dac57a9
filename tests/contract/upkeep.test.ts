import { describe, it } from 'vitest';
import { useBothDatabases } from './both-databases.ts';
import { upkeepContract } from './upkeep.contract.ts';

const { absence, nameFile, nameDatabase } = useBothDatabases();

upkeepContract('SQLite', () => ({
  own: nameFile,
  other: absence === undefined ? nameDatabase : undefined,
}));

if (absence === undefined) upkeepContract('MongoDB', () => ({ own: nameDatabase, other: nameFile }));
else {
  describe('upkeep of MongoDB', () => {
    it('is not run', (context) => {
      context.skip(absence);
    });
  });
}
