/** A process that brings a file to this version, and is killed after so many steps of the migrations that it lacks. */
import { openDatabase } from '../../../server/storage/sqlite/database.ts';
import { migrate } from '../../../server/storage/sqlite/migrate.ts';

const [, , file = '', steps = ''] = process.argv;
const database = openDatabase(file);
// Hardly any page is kept back: what is half done is on the disk when the end comes.
database.execute('PRAGMA journal_mode = WAL; PRAGMA cache_size = 1');
let left = Number(steps);
migrate({
  ...database,
  execute: (sql) => {
    for (const step of sql.split(/;\s*/).filter((text) => text !== '')) {
      if (left === 0) process.kill(process.pid, 'SIGKILL');
      left -= 1;
      database.execute(step);
    }
  },
});
