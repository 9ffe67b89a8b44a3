export { FunctionDialog } from './function-dialog.tsx';
export { FunctionPanel } from './function-panel.tsx';
