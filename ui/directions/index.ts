export { DirectionsPanel } from './directions-panel.tsx';
export { Stopped } from './effects-client.ts';
export { openHeldOut } from './held-out.ts';
export { metricHeads } from './metric-heads.ts';
export { protocolWords } from './protocol-words.ts';
export { signed } from './signed.ts';
export { useDirections, type Directions, type DirectionsScene } from './use-directions.ts';
export { deviationsOf, heldOut } from './use-measuring.ts';
