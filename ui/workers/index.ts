export { WorkerSection } from './worker-section.tsx';
