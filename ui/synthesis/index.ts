export { createSynthesiser, type Answer, type Synthesiser } from './synthesis-client.ts';
export { SynthesisDialog } from './synthesis-dialog.tsx';
export type { Origin } from './synthesis-panel.tsx';
