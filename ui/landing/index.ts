export { DemoDoor } from './demo-door.tsx';
export { Landing } from './landing.tsx';
