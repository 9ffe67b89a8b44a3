import type { EvidenceContent } from '~/core/contracts/index.ts';
import type { LatentMap } from '~/core/latent/index.ts';
import { signed } from '~/ui/directions/index.ts';
import { claimableName } from './claim-words.ts';
import { PinnedPicture } from './pinned-picture.tsx';

type Props = { content: EvidenceContent; map: LatentMap; by: string };

/** One piece of evidence, small. */
export function EvidenceView({ content, map, by }: Props) {
  if (content.kind === 'circuit')
    return (
      <span
        className="flex items-center gap-1.5"
        title={`Pinned in ${content.room} by ${content.pin.by.name}; set here by ${by}`}
      >
        <PinnedPicture pin={content.pin} map={map} />
        <span className="min-w-0">
          {content.pin.name}
          <span className="block text-12 text-ink-3">{`pin, ${content.room}`}</span>
        </span>
      </span>
    );
  if (content.kind === 'effect')
    return (
      <span title={`As it was measured when ${by} set it here`}>
        {`${claimableName(content.metric)} `}
        <span className="figures">
          {`${signed(content.mean, 2)} [${signed(content.low, 2)}, ${signed(content.high, 2)}]`}
        </span>
        <span className="text-12 text-ink-3">{` sd, ${content.circuits} circuits`}</span>
      </span>
    );
  return (
    <a
      href={content.url}
      rel="noopener noreferrer nofollow"
      target="_blank"
      title={`${content.url}; set here by ${by}`}
      className="underline [overflow-wrap:anywhere]"
    >
      {content.label || content.url}
    </a>
  );
}
