export * from './mentions.ts';
export * from './corners.ts';
export * from './excerpt.ts';
