/** Rank correlation of two series of one length; ties have the mean of their ranks; null where one is constant. */
export function spearman(x: readonly number[], y: readonly number[]): number | null {
  const [a, b] = [ranksOf(x), ranksOf(y)];
  const middle = (x.length + 1) / 2;
  let [together, ownX, ownY] = [0, 0, 0];
  a.forEach((rank, k) => {
    const other = b[k] ?? 0;
    together += (rank - middle) * (other - middle);
    ownX += (rank - middle) ** 2;
    ownY += (other - middle) ** 2;
  });
  return ownX > 0 && ownY > 0 ? together / Math.sqrt(ownX * ownY) : null;
}

function ranksOf(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const same = values.filter((other) => other === value).length;
    return below + (same + 1) / 2;
  });
}
