import { workerPackagePath } from '~/server/jobs/package-zip.ts';

/** One line for a shell on another machine: an environment of its own, the worker from this server, its start. */
export function startLine(server: string, token: string, device: 'cpu' | 'cuda'): string {
  const source = `${server}${workerPackagePath}`;
  const wanted = device === 'cuda' ? `latentome-worker[cuda] @ ${source}` : source;
  return [
    'python3 -m venv latentome-worker',
    `latentome-worker/bin/pip install '${wanted}'`,
    `latentome-worker/bin/latentome-worker work --server ${server} --token ${token}`,
  ].join(' && ');
}
