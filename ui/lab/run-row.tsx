import type { RunSummary } from '~/core/contracts/index.ts';
import { dateTime, Progress } from '~/ui/kit/index.ts';
import { MapPicture } from '~/ui/model/index.ts';
import { isOver, RunState } from '~/ui/runs/index.ts';
import { ConnectomePicture } from './connectome-picture.tsx';
import { ItemRow } from './item-row.tsx';

/** A run with its state: pictured by the map it made, or until then by what it is trained on. */
export function RunRow({ run, href }: { run: RunSummary; href: string }) {
  return (
    <ItemRow
      href={href}
      picture={
        run.modelId ? (
          <MapPicture modelId={run.modelId} />
        ) : (
          <ConnectomePicture connectomeId={run.connectome.id} />
        )
      }
      title={run.name}
      state={<RunState run={run} />}
      about={
        <>
          {run.connectome.name}, by {run.createdBy}, {dateTime(run.createdAt)} UTC
          {run.worker && `, on ${run.worker}`}
          {!isOver(run) && (
            <span className="mt-1.5 block">
              <Progress label={`Progress of ${run.name}`} value={run.progress} />
            </span>
          )}
          {run.error && <span className="block truncate text-danger">{run.error}</span>}
        </>
      }
    />
  );
}
