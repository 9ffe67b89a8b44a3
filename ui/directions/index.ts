export { DirectionsPanel } from './directions-panel.tsx';
export { useDirections, type Directions, type DirectionsScene } from './use-directions.ts';
