import type { DirectionDetail, ModelDetail } from '~/core/contracts/index.ts';
import type { LatentMap } from '~/core/latent/index.ts';
import type { Decoder } from '~/ui/decode/index.ts';

/** What everything on the page of a direction is made from. */
export type DirectionScene = {
  readonly detail: DirectionDetail;
  readonly model: ModelDetail;
  readonly map: LatentMap;
  /** null: not open yet, or not of this direction's version of the model */
  readonly decoder: Decoder | null;
};
