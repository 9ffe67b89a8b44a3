/**
 * What the eight metrics are made of: counts of one circuit, or their expectations over the circuits that pair
 * probabilities give. Self-edges do not count.
 */
export type MetricCounts = {
  readonly n: number;
  readonly edges: number;
  /** directed edges whose reverse exists */
  readonly reciprocated: number;
  /** six times the triangles of the undirected graph */
  readonly corners: number;
  /** sum of k (k - 1) over neurons, k their neighbours of either direction */
  readonly wedges: number;
  /** i -> j -> k with i, j, k distinct */
  readonly paths: number;
  readonly feedForward: number;
  readonly cyclic: number;
  /** sums over neurons of k_out², k_in² and k_in k_out */
  readonly outSquares: number;
  readonly inSquares: number;
  readonly inOut: number;
  /** E², or its expectation, in which the variance of E is */
  readonly edgesSquared: number;
};

/** The eight metrics [8] in the order of metricIds, as core/metrics defines them; NaN where one is not defined. */
export function metricsOfCounts(
  counts: MetricCounts,
  into: Float64Array<ArrayBuffer> = new Float64Array(8),
): Float64Array<ArrayBuffer> {
  const { n, edges, paths, edgesSquared } = counts;
  const outSpread = Math.max(0, n * counts.outSquares - edgesSquared);
  const inSpread = Math.max(0, n * counts.inSquares - edgesSquared);
  into[0] = share(edges, n * (n - 1));
  into[1] = share(counts.reciprocated, edges);
  into[2] = share(counts.corners, counts.wedges);
  into[3] = share(Math.sqrt(outSpread), edges);
  into[4] = share(Math.sqrt(inSpread), edges);
  into[5] = share(counts.feedForward, paths);
  into[6] = share(counts.cyclic, paths);
  into[7] = share(n * counts.inOut - edgesSquared, Math.sqrt(outSpread * inSpread));
  return into;
}

const share = (part: number, whole: number) => (whole > 0 ? part / whole : Number.NaN);
