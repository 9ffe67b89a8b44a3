'use client';
import { useState } from 'react';
import type { ViewSummary } from '~/core/contracts/index.ts';
import { bibtexOf, cffOf, type Citation } from '~/core/views/index.ts';
import { Button, CopyLine, saveFile, Segments } from '~/ui/kit/index.ts';
import { viewHref } from './view-href.ts';

type Props = { view: ViewSummary; lab: string };
type Format = 'bibtex' | 'cff';

const formats = [
  { value: 'bibtex', label: 'BibTeX' },
  { value: 'cff', label: 'CFF' },
] as const;

/** How a view is cited, to copy or to keep as a file. */
export function CiteTexts({ view, lab }: Props) {
  const [format, setFormat] = useState<Format>('bibtex');
  const citation = citationOf(view, lab, location.origin);
  const text = format === 'bibtex' ? bibtexOf(citation) : cffOf(citation);
  const file = format === 'bibtex' ? `view-${view.code}.bib` : `view-${view.code}.cff`;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Segments label="Format" value={format} options={formats} onChange={setFormat} />
        <Button size="small" onClick={() => saveFile(file, text, 'text/plain')}>
          Download
        </Button>
      </div>
      <CopyLine text={text} label={format === 'bibtex' ? 'BibTeX entry' : 'CITATION.cff'} wrap />
    </div>
  );
}

function citationOf(view: ViewSummary, lab: string, origin: string): Citation {
  const { code, title, by, createdAt: date, model, seed } = view;
  const { name, version, sha256 } = model;
  const author = by.name === formerMember ? null : by.name;
  const url = `${origin}${viewHref(code)}`;
  return { code, title, author, date, url, lab, model: { name, version, sha256 }, seed };
}

/** As the server calls whoever has no account any more. */
const formerMember = 'former member';
