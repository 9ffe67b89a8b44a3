/** Where every thread begins: TypeScript is understood first, then its own module runs. */
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.module);
