import type { DestinationsPort } from '../ports/destinations.ts';
import { destinationRow } from '../shapes/destinations.ts';
import type { MongoDatabase } from './database.ts';
import { agePage } from './rows.ts';
import { destinations } from './schemas/deliveries.ts';

export function createDestinations(database: MongoDatabase): DestinationsPort {
  const rows = database.collection(destinations, destinationRow);
  return {
    put: (destination) => rows.put(destination, { organisationId: destination.organisationId }),
    find: (organisationId, destinationId) => rows.find({ _id: destinationId, organisationId }),
    list: (page) => agePage(rows, {}, page),
    update: async (organisationId, destinationId, change) => {
      if (Object.keys(change).length === 0) return;
      await rows.change({ _id: destinationId, organisationId }, { $set: change });
    },
  };
}
