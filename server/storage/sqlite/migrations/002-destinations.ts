/**
 * Version 2. Who named a destination, the size of batches that it takes, and deliveries that were given up. What
 * version 1 holds was named by the settings, since there was no other way.
 */
export const destinations = `
ALTER TABLE destinations ADD COLUMN origin TEXT NOT NULL DEFAULT 'settings';
ALTER TABLE destinations ADD COLUMN batchCount INTEGER NOT NULL DEFAULT 50;
ALTER TABLE destinations ADD COLUMN batchBytes INTEGER NOT NULL DEFAULT 262144;
ALTER TABLE destinations ADD COLUMN lanes INTEGER NOT NULL DEFAULT 1;
CREATE INDEX deliveries_discarded ON deliveries (destinationId, position) WHERE state = 'discarded';
`;
