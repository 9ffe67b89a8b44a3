export { NewRunPage } from './new-run-page.tsx';
export { RunPage } from './run-page.tsx';
export { isOver, RunState } from './run-state.tsx';
