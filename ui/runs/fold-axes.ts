/** Axes the tissue can be cut across. */
export const foldAxes = [
  { value: 'x', label: 'x' },
  { value: 'y', label: 'y (depth)' },
  { value: 'z', label: 'z' },
] as const;
