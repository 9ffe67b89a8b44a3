export { NewWorkerDialog } from './new-worker-dialog.tsx';
export { WorkerSection } from './worker-section.tsx';
