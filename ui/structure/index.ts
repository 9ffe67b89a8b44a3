export { StructurePanel, type BesideShown } from './structure-panel.tsx';
