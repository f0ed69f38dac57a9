/** `npm run personas`: plays the personas' weeks and writes their figures into docs/measurement.md; takes a minute or two. */
import { writeFileSync } from 'node:fs';
import { measurementFile, renderMeasurementPage } from './measurement-page.ts';

writeFileSync(measurementFile, renderMeasurementPage());
