import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { python, root } from './prepare.mjs';

/**
 * Runs `latentome-worker` with the Python of this installation, its output shown here.
 * @returns its exit status
 * @throws Error where the Python environment is not there yet
 */
export function worker(given: readonly string[]): Promise<number> {
  if (!existsSync(python))
    throw new Error('There is no gpu-worker/.venv yet; npm run up or npm test makes it.');
  return new Promise((resolve, reject) => {
    const child = spawn(python, ['-m', 'latentome_worker', ...given], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PYTHONPATH: `${root}/gpu-worker` },
    });
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}
