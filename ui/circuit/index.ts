export { CircuitLegend } from './circuit-legend.tsx';
export { CircuitPanel, CircuitTabs, type CircuitTab } from './circuit-panel.tsx';
export { CircuitStatus } from './circuit-status.tsx';
export type { LayoutId } from './follow-layout.ts';
export type { CircuitPicture } from './neurons-view.ts';
