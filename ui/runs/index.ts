export { NewRunPage } from './new-run-page.tsx';
export { RunList } from './run-list.tsx';
export { RunPage } from './run-page.tsx';
