/** Probes travel in four decimals within 1e3: what is found is found for the very place that others are told. */
export const travelling = (value: number) =>
  Math.round(Math.min(1e3, Math.max(-1e3, value)) * 1e4) / 1e4;
