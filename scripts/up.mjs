/**
 * `npm run up` and `npm run dev`, from a bare machine to a running Latentome.
 *
 * Plain JavaScript: it first installs what the rest is written with. `--as-installed` trusts what
 * lies there, `--no-pages` and `--no-worker` leave those out; these three are for tests.
 */
import { accessSync, constants, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { closeToOthers } from './data-folder.mjs';
import { takeLock } from './lock.mjs';
import {
  checkNode,
  findPython,
  Missing,
  nodePackages,
  python,
  pythonPackages,
  root,
} from './prepare.mjs';
import { step } from './progress.mjs';
import { alone } from './tree.mjs';

const asked = new Set(process.argv.slice(2));
const dev = asked.has('--dev');
process.chdir(root);
const dataFolder = resolve(process.env.LATENTOME_DATA || '.latentome');

// The terminal may be gone; what was started must be ended all the same.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

try {
  checkNode();
  // named now, not after minutes of installing
  if (!asked.has('--no-worker') && !existsSync(python)) findPython();
  openDataFolder();
  const { lock, holder } = takeLock(join(dataFolder, 'up.lock'));
  if (holder) {
    console.log(
      holder.address
        ? `Latentome is already running at ${holder.address} (process ${holder.pid}).`
        : `Latentome is already being started by process ${holder.pid}.`,
    );
    process.exit(0);
  }
  await start(lock).catch((error) => {
    lock.release();
    throw error;
  });
} catch (error) {
  const plain = error instanceof Missing || error.name === 'UnfitSettings';
  console.error(plain ? `\n${error.message}` : error);
  process.exit(1);
}

async function start(lock) {
  if (!asked.has('--as-installed')) {
    await alone(async () => {
      await step('Node packages', nodePackages);
      if (!asked.has('--no-worker')) await step('Python environment', pythonPackages);
    });
  }
  process.env.NODE_ENV = dev ? 'development' : 'production';
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  const { copyOrt } = await import('./copy-ort.mjs');
  copyOrt();
  const { register } = await import('tsx/esm/api');
  register();
  const { up } = await import('../server/up/up.ts');
  await up({
    dev,
    dataFolder,
    lock,
    step,
    pages: !asked.has('--no-pages'),
    python: asked.has('--no-worker') ? null : python,
  });
}

function openDataFolder() {
  try {
    closeToOthers(dataFolder);
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Missing(
      `The data folder ${dataFolder} cannot be written (${error.code}). Start as the user it ` +
        'belongs to, give it to yourself (chown -R), or name another in LATENTOME_DATA.',
    );
  }
}
