export { StarterMap } from './starter-map.tsx';
