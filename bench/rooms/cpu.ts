import { readFile } from 'node:fs/promises';

const ticksPerSecond = 100; // USER_HZ, the same on every Linux that Node runs on

/**
 * Processor time a process has used, ms; NaN where there is no /proc. Read from outside, because a
 * server that is behind by seconds does not answer when asked.
 */
export async function cpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // from the third field on
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}
