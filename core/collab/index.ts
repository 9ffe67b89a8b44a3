export * from './awareness-entries.ts';
export * from './bench.ts';
export * from './colours.ts';
export * from './follow.ts';
export * from './frames.ts';
export * from './presence.ts';
export * from './standing.ts';
export * from './undo.ts';
