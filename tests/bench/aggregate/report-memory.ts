/** Loaded before a program: writes the most memory that it held, in bytes, to the file of MEMORY_FILE. */
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { MEMORY_FILE } = process.env;
  if (MEMORY_FILE !== undefined)
    writeFileSync(MEMORY_FILE, String(process.resourceUsage().maxRSS * 1_024));
});
