/**
 * `npm test`: prepares what is missing, then runs every check and counts them together.
 * `npm test -- unit e2e` runs only the named stages.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import {
  browser,
  checkNode,
  Missing,
  nodePackages,
  python,
  pythonPackages,
  root,
  run,
} from './prepare.mjs';
import { alone } from './tree.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'latentome-test-'));
const report = (name) => join(scratch, name);
/** One place for what JAX compiles in all stages: most of a short training is compiling. */
const compiled = {
  JAX_COMPILATION_CACHE_DIR: join(scratch, 'compiled'),
  JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS: '0',
};
const bin = (name) => join(root, 'node_modules', '.bin', name);
const seconds = (from) => `${((Date.now() - from) / 1000).toFixed(1)} s`;

/** Runs with its output shown, or given whole to `keep`; resolves to the exit code. */
const show = (command, args, env = {}, keep = null) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', ...Array(2).fill(keep ? 'pipe' : 'inherit')],
      env: { ...process.env, ...compiled, ...env },
    });
    for (const stream of keep ? [child.stdout, child.stderr] : []) stream.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** A check that either holds or does not: counted as one. */
const gate = (command, args) => async () =>
  (await show(command, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** Reads the counts of a runner; a runner that died before reporting counts as a failure. */
async function counted(code, read) {
  try {
    const { passed, failed, skipped } = read();
    return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const vitest = (project) => async () => {
  const file = report(`${project}.json`);
  const code = await show(bin('vitest'), [
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return counted(code, () => {
    const { numPassedTests, numFailedTests, numPendingTests } = json(file);
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  });
};

const pytest = async (keep) => {
  const file = report('pytest.xml');
  const args = ['-m', 'pytest', '-q', 'gpu-worker', `--junitxml=${file}`];
  const code = await show(python, args, {}, keep);
  return counted(code, () => {
    const head = readFileSync(file, 'utf8').match(/<testsuite [^>]*>/)?.[0] ?? '';
    const number = (name) => Number(head.match(new RegExp(` ${name}="(\\d+)"`))?.[1]);
    const failed = number('failures') + number('errors');
    const skipped = number('skipped');
    return { passed: number('tests') - failed - skipped, failed, skipped };
  });
};

/** Begins when what it needs is there and is told of in its turn: it leaves a core to the checks before it. */
const inBackground = (stage, needed) => {
  const said = [];
  const ended = needed.then(() => stage((part) => said.push(part)));
  ended.catch(() => undefined); // said in its turn
  return () => ended.finally(() => process.stdout.write(Buffer.concat(said)));
};

const playwright = async () => {
  const file = report('e2e.json');
  const code = await show(bin('playwright'), ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    CHROMIUM_PATH: await browser(),
  });
  return counted(code, () => {
    const { expected, unexpected, flaky, skipped } = json(file).stats;
    return { passed: expected, failed: unexpected + flaky, skipped };
  });
};

const ruff = (...what) => ['-m', 'ruff', ...what, 'gpu-worker', 'bench'];

const stages = {
  types: gate(bin('tsc'), ['--noEmit', '-p', '.']),
  lint: gate(bin('eslint'), ['.']),
  format: gate(bin('prettier'), ['--check', '--log-level=warn', '.']),
  imports: gate(bin('depcruise'), [
    '--config=.dependency-cruiser.cjs',
    ...['app', 'core', 'db', 'server', 'ui'],
  ]),
  unit: vitest('unit'),
  ruff: gate(python, ruff('check')),
  layout: gate(python, ruff('format', '--check')),
  pyright: gate(bin('pyright'), ['-p', 'gpu-worker']),
  python: pytest,
  integration: vitest('integration'),
  build: gate(bin('tsx'), ['scripts/build.ts']),
  e2e: playwright,
};

/** Needs Node packages alone, so the Python environment may still be on its way. */
const withoutPython = new Set(['types', 'lint', 'format', 'imports', 'unit', 'build']);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(`No stage ${unknown.join(', ')}. Stages: ${Object.keys(stages).join(' ')}`);
  process.exit(2);
}

const count = (number, width) => String(number).padStart(width);
const started = Date.now();
const total = { passed: 0, failed: 0 };
const rows = [];
try {
  checkNode();
  const prepare = async (label, work) => {
    const from = Date.now();
    await alone(work);
    console.log(`${label}: ready (${seconds(from)})`);
  };
  await prepare('Node packages', async () => {
    await nodePackages();
    await run('node', ['scripts/copy-ort.mjs']);
    await run(bin('next'), ['typegen']);
  });
  const pythonReady = prepare('Python environment', pythonPackages);
  pythonReady.catch(() => undefined); // said by whoever needs it
  const wanted = (name) => asked.length === 0 || asked.includes(name);
  if (wanted('python')) stages.python = inBackground(pytest, pythonReady);
  for (const [name, stage] of Object.entries(stages)) {
    if (!wanted(name)) continue;
    if (!withoutPython.has(name)) await pythonReady;
    console.log(`\n== ${name}`);
    const from = Date.now();
    const {
      passed,
      failed,
      skipped = 0,
    } = await stage().catch((error) => {
      console.error(error instanceof Missing ? error.message : error);
      return { passed: 0, failed: 1 };
    });
    total.passed += passed;
    total.failed += failed;
    rows.push(
      `${name.padEnd(12)} ${count(passed, 5)} passed ${count(failed, 3)} failed ${count(skipped, 3)} skipped  ${seconds(from)}`,
    );
  }
  await pythonReady;
} catch (error) {
  if (!(error instanceof Missing)) console.error(error);
  else console.error(error.message);
  total.failed += 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`\n${rows.join('\n')}\nall in ${seconds(started)}\n`);
if (!existsSync(join(root, '..', 'shared', 'data')))
  console.log('../shared/data is absent: what reads it was skipped.\n');
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
