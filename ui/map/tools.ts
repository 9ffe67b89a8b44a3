/** What pressing and dragging on the map does. */
export const tools = [
  { id: 'probe', label: 'Probe', key: 'v', about: 'Click or drag to move your probe' },
  { id: 'pan', label: 'Pan', key: 'h', about: 'Drag the map; two fingers do it with any tool' },
  { id: 'lasso', label: 'Lasso', key: 'l', about: 'Draw around circuits to select them' },
  { id: 'rectangle', label: 'Box', key: 'r', about: 'Drag a rectangle to select circuits' },
  {
    id: 'point',
    label: 'Point',
    key: 'p',
    about: 'Show others a place; with any tool by holding Shift',
  },
] as const;

export type Tool = (typeof tools)[number]['id'];
