export * from './folder.ts';
export * from './storage.ts';
