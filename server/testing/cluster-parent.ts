import { startCluster } from '../postgres/cluster.ts';

/** A parent for tests to kill: starts a cluster, says so, and stays until then. */
const [folder = '', password = ''] = process.argv.slice(2);
const { url, pid } = await startCluster({ folder, password });
process.stdout.write(`${JSON.stringify({ url, pid })}\n`);
setInterval(() => undefined, 60_000);
