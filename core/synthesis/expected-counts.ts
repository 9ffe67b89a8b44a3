import { pairStates, type PairLogits } from '../decoder/pair-probabilities.ts';
import type { MetricCounts } from './counted-metrics.ts';

/**
 * Expected counts of the circuits that pair probabilities give, in closed form: pairs are independent given z and u, so the
 * expectation of a product over distinct pairs is the product of the expectations. The twin of `expected_counts` in
 * gpu-worker/latentome_worker/expected.py.
 */
export function expectedCounts(logits: PairLogits): MetricCounts {
  const { n } = logits;
  const forward = new Float64Array(n * n); // q, the marginal of i -> j
  const either = new Float64Array(n * n);
  const out = new Float64Array(n);
  const into = new Float64Array(n);
  const states = new Float64Array(4);
  let [reciprocated, spread] = [0, 0];
  const outExtra = new Float64Array(n); // variance of degrees
  const inExtra = new Float64Array(n);
  let together = 0; // covariance of in- and out-degree, summed over neurons
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      pairStates(logits, i, j, states);
      const [none = 0, one = 0, other = 0, both = 0] = states;
      const q = one + both;
      const r = other + both;
      forward[i * n + j] = q;
      forward[j * n + i] = r;
      either[i * n + j] = either[j * n + i] = 1 - none;
      reciprocated += 2 * both;
      spread += q * (1 - q) + r * (1 - r) + 2 * (both - q * r);
      together += 2 * (both - q * r);
      add(out, i, q);
      add(out, j, r);
      add(into, j, q);
      add(into, i, r);
      add(outExtra, i, q * (1 - q));
      add(outExtra, j, r * (1 - r));
      add(inExtra, j, q * (1 - q));
      add(inExtra, i, r * (1 - r));
    }
  let [edges, outSquares, inSquares, inOut] = [0, 0, 0, together];
  for (let i = 0; i < n; i++) {
    const [k, m] = [out[i] ?? 0, into[i] ?? 0];
    edges += k;
    outSquares += k * k + (outExtra[i] ?? 0);
    inSquares += m * m + (inExtra[i] ?? 0);
    inOut += k * m;
  }
  return {
    n,
    edges,
    reciprocated,
    outSquares,
    inSquares,
    inOut,
    edgesSquared: edges * edges + spread,
    ...expectedClosures(forward, either, n),
  };
}

function add(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value;
}

type Closures = Pick<MetricCounts, 'corners' | 'wedges' | 'paths' | 'feedForward' | 'cyclic'>;

/** Two steps from each neuron, row by row, and how they close. */
function expectedClosures(q: Float64Array, either: Float64Array, n: number): Closures {
  let [corners, wedges, paths, feedForward, cyclic] = [0, 0, 0, 0, 0];
  const steps = new Float64Array(n);
  const touch = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    steps.fill(0);
    touch.fill(0);
    let [neighbours, squares] = [0, 0];
    for (let j = 0; j < n; j++) {
      const first = q[i * n + j] ?? 0;
      const near = either[i * n + j] ?? 0;
      neighbours += near;
      squares += near * near;
      if (near === 0) continue;
      for (let k = 0, row = j * n; k < n; k++, row++) {
        steps[k] = (steps[k] ?? 0) + first * (q[row] ?? 0);
        touch[k] = (touch[k] ?? 0) + near * (either[row] ?? 0);
      }
    }
    wedges += neighbours * neighbours - squares;
    for (let k = 0; k < n; k++) {
      if (k === i) continue;
      const two = steps[k] ?? 0;
      paths += two;
      feedForward += two * (q[i * n + k] ?? 0);
      cyclic += two * (q[k * n + i] ?? 0);
      corners += (touch[k] ?? 0) * (either[i * n + k] ?? 0);
    }
  }
  return { corners, wedges, paths, feedForward, cyclic };
}
