import { workerPackagePath } from '~/server/jobs/package-zip.ts';

type Start = { server: string; packageSha256: string; token: string; device: 'cpu' | 'cuda' };

/** One line for a shell on another machine: an environment of its own, the worker from this server, its start. */
export function startLine({ server, packageSha256, token, device }: Start): string {
  const source = `${server}${workerPackagePath}#sha256=${packageSha256}`;
  const wanted = device === 'cuda' ? `latentome-worker[cuda] @ ${source}` : source;
  return [
    'python3 -m venv latentome-worker',
    `latentome-worker/bin/pip install '${wanted}'`,
    // in the environment, for a command line can be read by everybody on the machine
    `LATENTOME_TOKEN=${token} latentome-worker/bin/latentome-worker work --server ${server}`,
  ].join(' && ');
}
