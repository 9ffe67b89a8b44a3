export { createSynthesiser, type Answer, type Synthesiser } from './synthesis-client.ts';
export { SynthesisDialog } from './synthesis-dialog.tsx';
export type { Origin } from './synthesis-panel.tsx';
export { ClimbBar } from './climb-bar.tsx';
export { ClimbDialog, type ClimbWish } from './climb-dialog.tsx';
export { useClimb, type Climbed } from './use-climb.ts';
