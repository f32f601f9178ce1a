/** Writes METRICS.md anew: `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { metricsText } from './metrics-text';

writeFileSync('METRICS.md', metricsText());
