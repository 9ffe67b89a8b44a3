export { StructurePanel } from './structure-panel.tsx';
