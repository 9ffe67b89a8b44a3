import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { viewPicture, type ViewState } from '~/core/contracts/index.ts';
import {
  drawCircuit,
  edgesOf,
  packCircuit,
  unpackCircuit,
  type Circuit,
} from '~/core/decoder/index.ts';
import { neuronsOf } from '~/core/latent/index.ts';
import { metrics } from '~/core/metrics/index.ts';
import { compareWithNull, distanceBins, kindsOf, nullModelOf } from '~/core/nulls/index.ts';
import {
  besideRowsOf,
  compareView,
  isIdentical,
  readViewState,
  ViewUnreadable,
  type BesideRows,
  type Recomputed,
} from '~/core/views/index.ts';
import { starterFolder } from '~/db/starter/files.ts';
import { openModel } from '~/scripts/report/running-model.ts';

/**
 * Views that pages of earlier builds saved, one folder for each version of the contract
 * (`LATENTOME_FIXTURES=<folder> npx playwright test e2e/views.story.ts` writes those of this build). A starter model that
 * is made anew takes their model away: its former files then move to a folder beside these, and are opened from there.
 */
const folder = fileURLToPath(new URL('./fixtures', import.meta.url));
const fixtures = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    return [name, JSON.parse(text) as { state: { version: number }; picture: unknown }] as const;
  });

const model = await openModel(starterFolder);

/** What a page does on opening a view. */
async function recompute(state: ViewState): Promise<Recomputed> {
  const found = await edgesAgain(state);
  return { ...found, beside: besideAgain(state, found.circuit) };
}

async function edgesAgain({ probe, size, edges }: ViewState) {
  if (edges.from === 'stored')
    return { circuit: unpackCircuit({ n: size, adjacency: edges.adjacency }), borderline: null };
  const [logits] = await model.logits(probe.conditions, [probe]);
  if (!logits) throw new Error('Nothing was decoded.');
  const circuit = drawCircuit(logits, probe.seed, model.manifest.selfEdges);
  return { circuit, borderline: circuit.borderlinePairs };
}

function besideAgain({ beside, probe }: ViewState, { n, adjacency }: Circuit): BesideRows | null {
  if (!beside || beside.with === 'training' || beside.draws === 0) return null;
  const neurons = neuronsOf(model.map, probe.conditions);
  const subject = {
    circuit: { n, adjacency },
    positions: neurons.flatMap(({ x, y, z }) => [x, y, z]),
    classes: neurons.map((neuron) => neuron.class),
    kinds: kindsOf(neurons, distanceBins),
  };
  const { draws, seed } = beside;
  const asked = { subject, model: nullModelOf(beside.with), statistics: metrics, draws, seed };
  const [last] = [...compareWithNull({ ...asked, batch: draws })].slice(-1);
  return last ? besideRowsOf(last) : null;
}

test('there are views of every version of the contract', () => {
  const versions = new Set(fixtures.map(([, { state }]) => state.version));
  expect([...versions].sort()).toEqual([1, 2]);
  const kinds = new Set(fixtures.map(([, { state }]) => readViewState(state).edges.from));
  expect(kinds).toEqual(new Set(['decoder', 'stored']));
});

describe.each(fixtures)('%s', (_, { state: stored, picture }) => {
  const state = readViewState(stored);

  test('is of the model that is here, and its picture is sound', () => {
    const { decoder, map } = model.manifest.files;
    expect([state.model.decoder, state.model.map]).toEqual([decoder.sha256, map.sha256]);
    expect(viewPicture.parse(picture).classes).toHaveLength(state.size);
  });

  test('opens and is identical', async () => {
    const found = compareView(state, await recompute(state));
    const beside = state.beside?.rows.length ?? 0;
    expect(found.compared).toEqual({ connections: state.edges.count, values: 8, beside });
    expect(found.pairs.filter(({ borderline }) => !borderline)).toEqual([]);
    expect(isIdentical(found)).toBe(true);
  });

  test('what it does not keep is not known, and everything else is as it was', () => {
    const known = { ...state, version: stored.version };
    expect(known).toMatchObject(stored);
    if (stored.version === 1) expect([state.beside, state.ground.protocol]).toEqual([null, null]);
  });

  test('says what differs where something was changed', async () => {
    const circuit = unpackCircuit({ n: state.size, adjacency: state.edges.adjacency });
    const [[pre, post] = [0, 1]] = edgesOf(circuit);
    const adjacency = circuit.adjacency.with(pre * state.size + post, 0);
    const { adjacency: changed } = packCircuit({ n: state.size, adjacency });
    const other: ViewState = {
      ...state,
      edges: { ...state.edges, adjacency: changed },
      values: state.values.map((one) =>
        one.metric === 'density' ? { ...one, value: (one.value ?? 0) / 2 } : one,
      ),
    };
    const found = compareView(other, await recompute(state));
    expect(found.pairs).toMatchObject([{ i: Math.min(pre, post), j: Math.max(pre, post) }]);
    expect(found.values.map(({ metric }) => metric)).toEqual(['density']);
  });
});

test('what is no view, of a version to come, or damaged is not read, and it is said why', () => {
  const state = fixtures[0]?.[1].state;
  const said = (stored: unknown) => {
    try {
      readViewState(stored);
      return 'read';
    } catch (error) {
      if (error instanceof ViewUnreadable) return error.message;
      throw error;
    }
  };
  expect(said(state)).toBe('read');
  expect(said(null)).toBe('This is not a view.');
  expect(said({ ...state, version: 99 })).toContain('newer version');
  expect(said({ ...state, probe: { z: [], seed: 1, conditions: 0 } })).toContain(
    'damaged: probe.z',
  );
});
