import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { openDecodeLab, starter } from '../bench/decode/lab.ts';
import { differingPairs, unpackCircuit, type PackedCircuit } from '../core/decoder/circuit.ts';
import { complaints } from './story.ts';

const worker = fileURLToPath(new URL('../gpu-worker', import.meta.url));
const [n, count] = [64, 8];

/** The same probes on the worker's side: onnxruntime, individuality and draw in Python. */
async function circuitsOfWorker(page: Page): Promise<(PackedCircuit & { borderline: number })[]> {
  const probes = await page.evaluate((asked) => window.decodeBench.probes(asked.n, asked.count), {
    n,
    count,
  });
  const script = `
import base64, json, sys
import numpy as np
from pathlib import Path
from latentome_worker.draw import draw, individuality
from latentome_worker.network import session
run = session(Path(sys.argv[1]) / "decoder.onnx").run
manifest = json.loads((Path(sys.argv[1]) / "model.json").read_text())
made = []
for p in json.load(sys.stdin):
    n = p["n"]
    f = np.array(p["conditions"], np.float32).reshape(1, n, -1)
    u = individuality(p["seed"], n, manifest["latent"]["u"])[None]
    lo, rho = run(None, {"f": f, "z": np.array([p["z"]], np.float32), "u": u})
    c = draw(lo[0], rho[0], p["seed"], manifest["selfEdges"])
    bits = np.packbits(c.adjacency.reshape(-1), bitorder="little").tobytes()
    made.append({"n": n, "adjacency": base64.b64encode(bits).decode(), "borderline": c.borderline})
print(json.dumps(made))`;
  const ran = spawnSync(join(worker, '.venv/bin/python'), ['-c', script, starter], {
    cwd: worker,
    input: JSON.stringify(probes),
    encoding: 'utf8',
  });
  expect(ran.stderr).toBe('');
  return JSON.parse(ran.stdout) as (PackedCircuit & { borderline: number })[];
}

test.describe('one probe is one circuit', () => {
  let lab: Awaited<ReturnType<typeof openDecodeLab>>;
  test.beforeAll(async () => {
    lab = await openDecodeLab();
  });
  test.afterAll(() => lab.close());

  test('on wasm, on WebGPU and on the worker, but for pairs that are named', async ({ page }) => {
    const heard = complaints(page);
    await page.goto(lab.url);
    await page.waitForFunction('window.decodeBench');
    const circuitsOn = (backend: 'wasm' | 'webgpu') =>
      page.evaluate((asked) => window.decodeBench.circuits(asked.backend, asked.n, asked.count), {
        backend,
        n,
        count,
      });
    const wasm = await circuitsOn('wasm');
    const webgpu = await circuitsOn('webgpu');
    expect(webgpu.map(({ backend }) => backend)).toEqual(Array(count).fill('webgpu'));
    const python = await circuitsOfWorker(page);
    wasm.forEach((circuit, index) => {
      expect(unpackCircuit(circuit).adjacency.some((value) => value === 1)).toBe(true);
      for (const other of [webgpu[index], python[index]]) {
        if (!other) throw new Error('A circuit is missing.');
        const named = circuit.borderlinePairs.map(String);
        const differing = differingPairs(unpackCircuit(circuit), unpackCircuit(other));
        expect(differing.filter((pair) => !named.includes(String(pair)))).toEqual([]);
      }
    });
    expect(heard).toEqual([]);
  });

  test('a drag leaves the circuit of its last place', async ({ page }) => {
    await page.goto(lab.url);
    await page.waitForFunction('window.decodeBench');
    const dragged = await page.evaluate((size) => window.decodeBench.drag('wasm', size, 60), n);
    expect(dragged.newest).not.toBeNull();
    expect(dragged.newest).toBe(dragged.alone);
    expect(dragged.drawn).toBe(2);
  });
});
