/** Mean, standard deviation (of the sample; 0 for one) and extremes over input seeds. @throws RangeError when empty. */
export function bandOf(scores: readonly number[]): {
  mean: number;
  sd: number;
  low: number;
  high: number;
} {
  if (scores.length === 0) throw new RangeError('A band needs a score.');
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return {
    mean,
    sd: scores.length > 1 ? Math.sqrt(squares / (scores.length - 1)) : 0,
    low: Math.min(...scores),
    high: Math.max(...scores),
  };
}
