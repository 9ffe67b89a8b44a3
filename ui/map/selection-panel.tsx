import { useMemo } from 'react';
import type { LatentMap } from '~/core/latent/index.ts';
import { metrics } from '~/core/metrics/index.ts';
import { Button, count, decimal } from '~/ui/kit/index.ts';
import { selectionStatistics } from './selection-statistics.ts';

type Props = {
  map: LatentMap;
  selection: Uint32Array;
  onClear: () => void;
  /** null: nobody here may say anything of it. */
  onComment: (() => void) | null;
};

/** What the selected circuits have in common: mean and spread of every metric, and the shift against all circuits. */
export function SelectionPanel({ map, selection, onClear, onComment }: Props) {
  const rows = useMemo(() => selectionStatistics(map, selection), [map, selection]);
  return (
    <section
      aria-label="Selected circuits"
      data-testid="selection"
      data-count={selection.length}
      className="absolute bottom-8 right-2 z-10 rounded border border-line bg-surface px-2 py-1.5 text-12 shadow-popup"
    >
      <div className="flex items-center justify-between gap-4">
        <p>
          <span className="figures">{count(selection.length)}</span>
          <span className="text-ink-2"> of {count(map.circuits)} circuits</span>
        </p>
        <span className="flex">
          {onComment && (
            <Button variant="quiet" size="small" onClick={onComment}>
              Comment
            </Button>
          )}
          <Button variant="quiet" size="small" onClick={onClear}>
            Clear
          </Button>
        </span>
      </div>
      {selection.length > 0 && (
        <table>
          <thead className="text-left text-ink-3">
            <tr>
              <th className="pr-3 font-normal">metric</th>
              <th className="pr-3 text-right font-normal">mean ± sd</th>
              <th className="text-right font-normal">shift, sd of all</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.metric}>
                <th scope="row" className="pr-3 text-left font-normal text-ink-2">
                  {metrics.find((one) => one.id === row.metric)?.name ?? row.metric}
                </th>
                <td className="figures whitespace-nowrap pr-3 text-right">
                  {decimal(row.mean)} ± {decimal(row.sd)}
                </td>
                <td className="figures text-right">
                  {row.shift > 0 ? '+' : ''}
                  {decimal(row.shift, 2)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
