import { parentPort, workerData } from 'node:worker_threads';
import type { ImportProgress } from '~/core/contracts/index.ts';
import { readTables, type TableJob, type TableResult } from './read-tables.ts';

/** What the thread says: how far it is, again and again, then its result. */
export type ThreadSaid =
  { progress: ImportProgress; result?: never } | { progress?: never; result: TableResult };

const say = (said: ThreadSaid, transfer: ArrayBuffer[] = []) =>
  parentPort?.postMessage(said, transfer);

/** The thread that reads tables, so that neither their size nor their contents can hold up the server. */
const { input } = workerData as { input: TableJob };
const result = await readTables(input, (progress) => say({ progress }));
say({ result }, result.connectome ? [result.connectome.bytes.buffer] : []);
