/**
 * Loaded before a program: at its end writes what it took to the file of USAGE_FILE: the most memory
 * that it held, bytes, and the time of all processors, seconds.
 */
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { USAGE_FILE } = process.env;
  if (USAGE_FILE === undefined) return;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = { bytes: maxRSS * 1_024, seconds: (userCPUTime + systemCPUTime) / 1e6 };
  writeFileSync(USAGE_FILE, JSON.stringify(usage));
});
