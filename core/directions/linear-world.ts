import { RandomStream, streams } from '../random.ts';
import type { DecodeAndMeasure } from './decode.ts';
import type { Encoded } from './encoded.ts';
import { times, type Rows } from './linear.ts';

/** For tests: circuits in a latent space of four dimensions whose metrics are linear in z, plus noise of their individual. */
export function linearWorld(effects: Rows, noise = 0, mixing: Rows = usualMixing) {
  const random = new RandomStream(3, streams.bench);
  const circuits = Array.from({ length: 400 }, (_, circuit) => circuit);
  const places = circuits.map((circuit) =>
    times(
      mixing,
      [0, 1, 2, 3].map((d) => random.normal(circuit * 4 + d)),
    ),
  );
  const encoded: Encoded = { z: places.flat(), dimensions: 4, circuits };
  const decode: DecodeAndMeasure = (_, asked) =>
    Promise.resolve(
      asked.flatMap(({ z, seed }) =>
        times(effects, z).map(
          (value) => value + noise * new RandomStream(seed, streams.bench).normal(0),
        ),
      ),
    );
  const scores = effects.map((row) => places.map((z) => times([row], z)[0] ?? 0));
  return { encoded, decode, scores };
}

const usualMixing: Rows = [
  [2, 0, 0, 0],
  [1, 0.5, 0, 0],
  [0, 0.3, 1, 0],
  [0.2, 0, -0.4, 0.1],
];
