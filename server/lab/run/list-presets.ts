import type { PresetId } from '~/core/contracts/index.ts';
import { presets, type Preset } from '~/core/contracts/presets.ts';

/** Time of a whole run, for choosing between presets; a run's own page shows what it really takes. */
const estimates: Record<PresetId, string> = {
  smoke: 'under a minute on two CPU cores',
  standard: 'three to four minutes on two CPU cores',
  large: 'for a GPU; not timed yet',
};

export const listPresets = (): (Preset & { estimate: string })[] =>
  presets.map((preset) => ({ ...preset, estimate: estimates[preset.id] }));
