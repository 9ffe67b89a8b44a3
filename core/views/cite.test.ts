import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtexOf, cffOf, texText, type Citation } from './cite.ts';

const view: Citation = {
  code: 'k7wq2mzx94',
  title: 'A dense corner {50 %} of $z_1$ & "more"',
  author: 'Santiago Ramón y Cajal and Sons, Ltd.',
  date: '2026-11-23T09:05:00.000Z',
  url: 'https://atlas.example.org/v/k7wq2mzx94',
  lab: 'V1_L2/3',
  model: { name: 'Model #3', version: 3, sha256: 'ab'.repeat(32) },
  seed: 4294967295,
};

it('is one BibTeX entry, with what TeX would act on made plain', () => {
  expect(bibtexOf(view)).toBe(`@misc{latentome-view-k7wq2mzx94,
  title = {{A dense corner \\{50 \\%\\} of \\$z\\_1\\$ \\& "more"}},
  author = {{Santiago Ramón y Cajal and Sons, Ltd.}},
  year = {2026},
  month = {11},
  howpublished = {\\url{https://atlas.example.org/v/k7wq2mzx94}},
  note = {View of Model \\#3, version 3, in V1\\_L2/3; individual 4294967295; model SHA-256 ${'ab'.repeat(32)}},
}
`);
});

it('is a CITATION.cff, with texts as YAML quotes them', () => {
  expect(cffOf(view)).toBe(`cff-version: 1.2.0
message: "If you use this view, please cite it as below."
type: dataset
title: "A dense corner {50 %} of $z_1$ & \\"more\\""
authors:
  - name: "Santiago Ramón y Cajal and Sons, Ltd."
date-released: "2026-11-23"
url: "https://atlas.example.org/v/k7wq2mzx94"
abstract: "View of Model #3, version 3, in V1_L2/3; individual 4294967295."
identifiers:
  - type: other
    value: "sha256:${'ab'.repeat(32)}"
    description: Model manifest
  - type: other
    value: "latentome-view:k7wq2mzx94"
    description: View
`);
});

it('breaks no line where YAML would: at separators that JSON leaves as they are', () => {
  const text = cffOf({ ...view, title: 'a\u2028b\u2029c\u0085d' });
  expect(text).toContain('title: "a\\u2028b\\u2029c\\u0085d"');
});

it('names nobody who has no account any more', () => {
  expect(bibtexOf({ ...view, author: null })).toContain('author = {{A former member}}');
  expect(cffOf({ ...view, author: null })).toContain('- name: "A former member"');
});

it.each([
  ['\\input{/etc/passwd}', '\\textbackslash{}input\\{/etc/passwd\\}'],
  ['100 % of a~b^c', '100 \\% of a\\textasciitilde{}b\\textasciicircum{}c'],
  ['two\r\nlines', 'two lines'],
  ['Größe, 神経', 'Größe, 神経'],
])('%j is %j to TeX', (text, tex) => {
  expect(texText(text)).toBe(tex);
});

describe('whatever a title says', () => {
  const titles = fc.string({ unit: 'binary', maxLength: 40 });
  const options = { seed: 20261123, numRuns: 500 };

  it('the braces of the entry match, and none of its lines is a comment', () => {
    fc.assert(
      fc.property(titles, (title) => {
        const plain = bibtexOf({ ...view, title }).replace(/\\[{}%]/g, '');
        let [depth, least] = [0, 0];
        for (const one of plain) {
          depth += one === '{' ? 1 : one === '}' ? -1 : 0;
          least = Math.min(least, depth);
        }
        expect([depth, least]).toEqual([0, 0]);
        expect(plain).not.toContain('%');
      }),
      options,
    );
  });

  it('the line of the title is whole and reads back', () => {
    fc.assert(
      fc.property(titles, (title) => {
        const line = cffOf({ ...view, title }).split(/[\n\r\u0085\u2028\u2029]/)[3] ?? '';
        expect(line.startsWith('title: "')).toBe(true);
        expect(JSON.parse(line.slice('title: '.length))).toBe(title);
      }),
      options,
    );
  });
});
