export * from './account.ts';
export * from './lab.ts';
export * from './connectome.ts';
export * from './run.ts';
export * from './model.ts';
export * from './direction.ts';
export * from './room.ts';
export * from './upload.ts';
