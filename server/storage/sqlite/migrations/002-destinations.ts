/** Version 2. Destinations of version 1 all came from the settings. */
export const destinations = `
ALTER TABLE destinations ADD COLUMN origin TEXT NOT NULL DEFAULT 'settings';
ALTER TABLE destinations ADD COLUMN batchCount INTEGER NOT NULL DEFAULT 50;
ALTER TABLE destinations ADD COLUMN batchBytes INTEGER NOT NULL DEFAULT 262144;
ALTER TABLE destinations ADD COLUMN lanes INTEGER NOT NULL DEFAULT 1;
CREATE INDEX deliveries_discarded ON deliveries (destinationId, position) WHERE state = 'discarded';
`;
