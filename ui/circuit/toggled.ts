/** The set with one member more, or one less when it is there. */
export function toggled(selected: ReadonlySet<number>, neuron: number): ReadonlySet<number> {
  const next = new Set(selected);
  if (!next.delete(neuron)) next.add(neuron);
  return next;
}
