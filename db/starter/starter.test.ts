import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mapHeader, metricIds, modelFigures, modelManifest } from '~/core/contracts/index.ts';
import { canonicalJson } from '~/core/exchange/canonical-json.ts';
import { readSafetensors, tensorOf } from '~/core/exchange/safetensors.ts';
import { starterFiles, starterFolder, workerFolder, workerPython } from './files.ts';
import { starterCorpus, starterSpec } from './recipe.ts';

const bytesOf = (name: string) => Uint8Array.from(readFileSync(path.join(starterFolder, name)));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const written = Buffer.from(bytesOf('model.json')).toString();
const manifest = modelManifest.parse(JSON.parse(written));
const { bytes: corpus, recipe } = starterCorpus();
const folder = mkdtempSync(path.join(tmpdir(), 'latentome-starter-test-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the starter model', () => {
  it('names its files by their hash', () => {
    const { encoder, decoder, map, weights } = manifest.files;
    const named = {
      'encoder.onnx': encoder,
      'decoder.onnx': decoder,
      'map.safetensors': map,
      'weights.onnx': weights,
    };
    for (const [name, file] of Object.entries(named)) {
      const content = bytesOf(name);
      expect({ sha256: sha256(content), bytes: content.length }).toEqual(file);
    }
  });

  it('is written in canonical bytes, so that its hash is its identity', () => {
    expect(canonicalJson(manifest)).toBe(written);
  });

  it('fits the tree', () => {
    const total = starterFiles.reduce((sum, name) => sum + bytesOf(name).length, 0);
    expect(total).toBeLessThan(1_500_000);
  });

  it('was trained on the corpus that its recipe makes today', () => {
    expect(sha256(corpus)).toBe(manifest.recipe.corpusSha256);
    const spec = starterSpec(recipe);
    expect(manifest.recipe.corpus.recipe).toEqual(recipe);
    expect(manifest.recipe.settings).toEqual(spec.settings);
    expect(manifest.recipe.seed).toBe(spec.seed);
  });

  it('places every circuit on its map', () => {
    const map = readSafetensors(bytesOf('map.safetensors'));
    const header = mapHeader.parse(JSON.parse(map.metadata.map ?? 'null'));
    const { train, validation, test } = manifest.figures.circuits;
    const circuits = train + validation + test;
    expect(
      tensorOf(map, 'z', 'F32', [circuits, manifest.latent.z]).data.every(Number.isFinite),
    ).toBe(true);
    tensorOf(map, 'members', 'U16', [circuits, manifest.size]);
    tensorOf(map, 'adjacency', 'U8', [circuits, Math.ceil(manifest.size ** 2 / 8)]);
    tensorOf(map, 'metrics', 'F32', [circuits, metricIds.length]);
    expect(header.ids.length).toBe(tensorOf(map, 'class', 'U8', [null]).data.length);
    expect(header.ids[0]).toMatch(/^L23E-/);
  });

  // The same files, circuits and seeds: only another onnxruntime or processor may move the last digits, and with
  // them single draws near a boundary.
  it.skipIf(!existsSync(workerPython))(
    'has the figures that its files give on the test fold (needs gpu-worker/.venv)',
    () => {
      const file = path.join(folder, 'corpus.safetensors');
      writeFileSync(file, corpus);
      const ended = spawnSync(
        workerPython,
        ['-m', 'latentome_worker', 'evaluate', '--model', starterFolder, '--corpus', file],
        { cwd: workerFolder, encoding: 'utf8' },
      );
      expect(ended.stderr).toBe('');
      const again = recomputed.parse(JSON.parse(ended.stdout));
      const { figures } = manifest;
      expect(again.edges.model.auc).toBeCloseTo(figures.edges.model.auc, 4);
      expect(again.edges.model.ap).toBeCloseTo(figures.edges.model.ap, 4);
      expect(again.bits.z).toBeCloseTo(figures.bits.z, 2);
      expect(again.bits.u).toBeCloseTo(figures.bits.u, 2);
      expect(again.metricR2Mean).toBeCloseTo(figures.metricR2Mean, 2);
    },
    180_000,
  );
});

const recomputed = modelFigures
  .pick({ bits: true, metricR2Mean: true })
  .extend({ edges: z.object({ model: modelFigures.shape.edges.shape.model }) });
