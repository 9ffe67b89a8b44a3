export * from './mentions.ts';
export * from './corners.ts';
