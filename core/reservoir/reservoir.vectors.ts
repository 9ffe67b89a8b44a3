import { reservoirTaskIds, type ReservoirProtocol } from '../contracts/reservoir.ts';
import { packCircuit, type Circuit } from '../decoder/circuit.ts';
import { Generator, streams } from '../random.ts';
import { reservoirCurve } from './curve.ts';
import { defaultProtocol } from './protocol.ts';
import { spectralRadius } from './spectral-radius.ts';
import { reservoirTaskOf } from './tasks/index.ts';
import { reservoirWeights } from './weights.ts';

const steps = { washout: 60, train: 300, test: 230 };
const inhibitory = [0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1];

function circuitOfDensity(n: number, density: number, seed: number): Circuit {
  const random = new Generator(seed, streams.bench);
  const adjacency = Uint8Array.from({ length: n * n }, () =>
    Number(random.nextUniform() < density),
  );
  return { n, adjacency };
}

function acyclic(n: number): Circuit {
  const adjacency = Uint8Array.from({ length: n * n }, (_, k) => Number(k % n > Math.floor(k / n)));
  return { n, adjacency };
}

const circuits = [
  { name: 'sparse, signed', circuit: circuitOfDensity(12, 0.15, 3) },
  { name: 'dense, signed', circuit: circuitOfDensity(12, 0.5, 4) },
  { name: 'no cycle', circuit: acyclic(12) },
];

const protocols: ReservoirProtocol[] = [
  ...reservoirTaskIds.map((id) =>
    defaultProtocol(id, { ...steps, values: [0.2, 0.7, 1], inputSeeds: [1, 2 ** 40 + 7] }),
  ),
  defaultProtocol('memory', {
    ...steps,
    scale: 'gain',
    values: [0.05],
    units: 'linear',
    signed: false,
    parameters: { firstLag: 0, lastLag: 5 },
  }),
];

/** The contents of reservoir.vectors.json: protocols, signals and scores of small circuits, for both languages. */
export function reservoirVectors() {
  return {
    format: 'latentome-reservoir-vectors-1',
    defaults: reservoirTaskIds.map((id) => defaultProtocol(id)),
    inhibitory,
    circuits: circuits.map(({ name, circuit }) => ({
      name,
      ...packCircuit(circuit),
      radius: spectralRadius(reservoirWeights(circuit, inhibitory)),
    })),
    cases: protocols.map((protocol) => {
      const seed = protocol.inputSeeds[0] ?? 0;
      const length = steps.washout + steps.train + steps.test;
      const { input, targets } = reservoirTaskOf(protocol.task).signal(
        seed,
        length,
        protocol.parameters,
      );
      const shown = [0, 1, 60, 61, length - 1];
      return {
        protocol,
        shown,
        input: shown.map((t) => input[t]),
        targets: targets.map((target) => shown.map((t) => target[t])),
        curves: circuits.map(({ circuit }) => [
          ...reservoirCurve(
            reservoirWeights(circuit, protocol.signed ? inhibitory : null),
            protocol,
          ),
        ]),
      };
    }),
  };
}
