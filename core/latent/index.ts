export * from './conditions.ts';
export * from './map-file.ts';
export * from './nearest.ts';
export * from './neurons.ts';
export * from './planes.ts';
export * from './prior.ts';
