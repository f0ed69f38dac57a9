/** A process that opens a database, writes nothing of its own and says how that went. */
import { openStorage } from '../../../server/storage/open-storage.ts';

try {
  const storage = await openStorage(process.argv[2] ?? '');
  await storage.ping();
  await storage.close();
  console.log('opened');
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
}
