/**
 * What must be there before anything else runs: Node packages, the Python environment, a browser.
 * Plain JavaScript without dependencies, since it runs when nothing is installed yet.
 */
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explainInstall } from './explain-install.mjs';
import { killGroup, noteMaker } from './tree.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const venv = join(root, 'gpu-worker', '.venv');

/** The Python of the worker's environment. */
export const python = join(
  venv,
  process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python',
);

/** Something is missing that we cannot install ourselves; the message names the remedy. */
export class Missing extends Error {}

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a command from the root; rejects with its output's end when it fails. It leads a group of
 * its own, and a signal that ends us ends all of it: npm alone would go on.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      ...options,
    });
    const leads = options.detached !== false && child.pid !== undefined;
    const forget = leads ? noteMaker(child.pid) : () => undefined;
    const end = () => {
      if (leads) killGroup(child.pid);
      else child.kill();
      forget();
      process.exit(130);
    };
    for (const signal of endings) process.on(signal, end);
    let tail = '';
    const keep = (chunk) => (tail = (tail + chunk).slice(-4000));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => {
      for (const signal of endings) process.off(signal, end);
      forget();
      if (code === 0) resolve(tail);
      else {
        const error = new Error(`${command} ${args.join(' ')} ended with ${code}\n${tail}`);
        reject(Object.assign(error, { output: tail }));
      }
    });
  });
}

const hashOf = (...files) => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
};

/** Does `work` unless the stamp beside its result already names these inputs. */
async function once(stamp, key, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return false;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, key);
  return true;
}

/** What a command said as it failed, or the system of our own files, in words with a remedy. */
const explain = (command) => (error) => {
  if (command === 'npm' && error.code === 'ENOENT')
    throw new Missing(
      'npm is missing. Install it with Node: https://nodejs.org, or apt-get install npm.',
    );
  if (error.output === undefined && error.code === undefined) throw error;
  throw new Missing(explainInstall(command, error.output ?? error.message));
};

/** The Nodes that every locked package accepts. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24))
    throw new Missing(
      `Node ${process.versions.node} does not fit. Needed is Node 20.19 or newer of 20, 22.13 or newer of 22, or 24: ` +
        'https://nodejs.org/en/download.',
    );
}

/** The newest of the Pythons that jax is pinned for. */
export function findPython() {
  const tried = [process.env.LATENTOME_PYTHON, 'python3.13', 'python3.12', 'python3.11', 'python3'];
  const unfit = new Set();
  for (const candidate of tried.filter(Boolean)) {
    const version = ask(candidate, 'import sys; print("%d.%d" % sys.version_info[:2])');
    if (version === null) continue;
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major !== 3 || minor < 11 || minor > 13) unfit.add(`${candidate} is Python ${version}.`);
    else if (ask(candidate, 'import venv, ensurepip') === null)
      unfit.add(`${candidate} (Python ${version}) lacks its venv module.`);
    else return candidate;
  }
  throw new Missing(
    [
      ...unfit,
      'Needed is Python 3.11, 3.12 or 3.13 with its venv module. On Debian 12: ' +
        'apt-get install python3 python3-venv. Elsewhere name one in LATENTOME_PYTHON.',
    ].join('\n'),
  );
}

/** What a Python prints; null when it is not there or fails. */
function ask(candidate, script) {
  try {
    const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
    return execFileSync(candidate, ['-c', script], options).trim();
  } catch {
    return null;
  }
}

/** Installs the Node packages when the lockfile has changed since. */
export function nodePackages() {
  return once(join(root, 'node_modules', '.latentome-stamp'), hashOf('package-lock.json'), () =>
    run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']),
  ).catch(explain('npm'));
}

/** Builds gpu-worker/.venv from the hash-pinned requirements when they have changed since. */
export function pythonPackages() {
  const stamp = join(venv, '.latentome-stamp');
  const requirements = hashOf('gpu-worker/requirements.txt');
  const made = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  // Its Python is asked for only when it is needed: finding one takes a second or two.
  if (made.startsWith(requirements) && existsSync(python)) return Promise.resolve(false);
  const base = findPython();
  rmSync(stamp, { force: true }); // its Python may have gone from under an unchanged stamp
  return once(stamp, `${requirements} ${base}`, async () => {
    await run(base, ['-m', 'venv', '--clear', venv]);
    await run(python, [
      '-m',
      'pip',
      'install',
      '-q',
      '--require-hashes',
      '-r',
      'gpu-worker/requirements.txt',
    ]);
  }).catch(explain('pip'));
}

const onPath = (name) => {
  try {
    return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
};

/** A Chrome or Chromium; as root on Debian it is installed when there is none. */
export async function browser() {
  const find = () =>
    [
      process.env.CHROMIUM_PATH,
      ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(onPath),
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ].find((path) => path && existsSync(path)) ?? null;
  const found = find();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const options = {
      detached: false, // a package manager is asked to end, never killed
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    await run('apt-get', ['update', '-qq'], options);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
    const installed = find();
    if (installed) return installed;
  }
  throw new Missing(
    'No Chrome or Chromium was found. On Debian: sudo apt-get install chromium. Elsewhere set CHROMIUM_PATH.',
  );
}
