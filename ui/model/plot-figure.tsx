'use client';
import { useId, useMemo, type ReactNode } from 'react';
import { csvOf, shortNumber, svgOf, type Cell, type Plot } from '~/core/report/index.ts';
import { Button, Section, Table, useTokens, saveFile } from '~/ui/kit/index.ts';

import { SceneView } from './scene-view.tsx';

/** Drawn for a column of the wide page, and for a phone; one of them is shown. */
const widths = { wide: 528, narrow: 358 };

type Props = { plot: Plot; model: string; children?: ReactNode };

/** A plot of the card: how to read it, its figures as a table, and both to keep as files. */
export function PlotFigure({ plot, model, children }: Props) {
  const palette = useTokens();
  const about = useId();
  const scenes = useMemo(
    () => ({ wide: plot.draw(widths.wide), narrow: plot.draw(widths.narrow) }),
    [plot],
  );
  const file = `${model.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}-${plot.id}`;
  return (
    <Section
      title={plot.title}
      action={
        <div className="flex gap-2">
          <Button
            size="small"
            aria-label={`Save ${plot.title} as SVG`}
            onClick={() => saveFile(`${file}.svg`, svgOf(plot, widths.wide), 'image/svg+xml')}
          >
            SVG
          </Button>
          <Button
            size="small"
            aria-label={`Save ${plot.title} as CSV`}
            onClick={() => saveFile(`${file}.csv`, csvOf(plot.table), 'text/csv')}
          >
            CSV
          </Button>
        </div>
      }
    >
      <figure data-plot={plot.id}>
        <SceneView
          scene={scenes.wide}
          label={plot.title}
          describedBy={about}
          palette={palette}
          className="w-full max-sm:hidden"
        />
        <SceneView
          scene={scenes.narrow}
          label={plot.title}
          describedBy={about}
          palette={palette}
          className="w-full sm:hidden"
        />
        <figcaption id={about} className="mt-1 max-w-prose text-12 text-ink-3">
          {plot.about}
        </figcaption>
      </figure>
      {children}
      <details className="mt-2 text-13">
        <summary className="w-fit cursor-pointer text-ink-2">Figures as a table</summary>
        <Table<readonly Cell[]>
          caption={`${plot.title}: figures`}
          rows={plot.table.rows}
          rowKey={(_row, index) => String(index)}
          columns={plot.table.columns.map((head, column) => ({
            id: head,
            head,
            figures: column > 0,
            cell: (row) => {
              const cell = row[column] ?? null;
              return typeof cell === 'string' ? cell : shortNumber(cell);
            },
          }))}
        />
      </details>
    </Section>
  );
}
