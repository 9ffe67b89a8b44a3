/** A round length of a scale bar and its width: the largest of 1, 2, 5 x 10^k that fits. @param perUnit pixels for one µm */
export function scaleBar(perUnit: number, room: number): { length: number; width: number } | null {
  const most = room / perUnit;
  if (!Number.isFinite(most) || most <= 0) return null;
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [5, 2, 1].find((factor) => factor * power <= most) ?? 1;
  return { length: step * power, width: step * power * perUnit };
}
