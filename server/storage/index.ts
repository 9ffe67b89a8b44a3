export * from './files-lock.ts';
export * from './folder.ts';
export * from './storage.ts';
