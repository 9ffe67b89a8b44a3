export * from './beside-rows.ts';
export * from './cite.ts';
export * from './compare-view.ts';
export * from './read-view.ts';
