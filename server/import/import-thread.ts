import { parentPort, workerData } from 'node:worker_threads';
import { readTables, type TableJob } from './read-tables.ts';

/** The thread that reads tables, so that neither their size nor their contents can hold up the server. */
const { input } = workerData as { input: TableJob };
const result = await readTables(input);
parentPort?.postMessage(result, result.connectome ? [result.connectome.bytes.buffer] : []);
