/** What a citation of a view says. */
export type Citation = {
  readonly code: string;
  readonly title: string;
  /** null: somebody who has no account any more. */
  readonly author: string | null;
  /** ISO date. */
  readonly date: string;
  /** The short link, whole. */
  readonly url: string;
  readonly lab: string;
  readonly model: { readonly name: string; readonly version: number; readonly sha256: string };
  readonly seed: number;
};

const unnamed = 'A former member';

const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text as TeX prints it; letters of other scripts stay, for biber and modern BibTeX styles read UTF-8. */
export function texText(text: string): string {
  return text.replace(/[\\{}$&#%_~^]/g, (one) => special[one] ?? `\\${one}`).replace(/\s+/g, ' ');
}

/** In BibTeX `and` parts authors and a comma parts names: braces keep a name whole. */
export function bibtexOf(view: Citation): string {
  const { code, model } = view;
  const [year = '', month = ''] = view.date.split('-');
  const fields: [string, string][] = [
    ['title', `{{${texText(view.title)}}}`],
    ['author', `{{${texText(view.author ?? unnamed)}}}`],
    ['year', `{${year}}`],
    ['month', `{${Number(month)}}`],
    ['howpublished', `{\\url{${view.url}}}`],
    [
      'note',
      `{View of ${texText(model.name)}, version ${model.version}, in ${texText(view.lab)}; individual ${view.seed}; model SHA-256 ${model.sha256}}`,
    ],
  ];
  const lines = fields.map(([name, value]) => `  ${name} = ${value},`);
  return [`@misc{latentome-view-${code},`, ...lines, '}', ''].join('\n');
}

/** A text in YAML: what JSON quotes, YAML reads the same, but for three line breaks of its own. */
const yamlText = (text: string) =>
  JSON.stringify(text).replace(
    /[\u0085\u2028\u2029\ufeff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** CITATION.cff of a view, version 1.2.0 of the format. */
export function cffOf(view: Citation): string {
  const { model } = view;
  return [
    'cff-version: 1.2.0',
    'message: "If you use this view, please cite it as below."',
    'type: dataset',
    `title: ${yamlText(view.title)}`,
    'authors:',
    `  - name: ${yamlText(view.author ?? unnamed)}`,
    `date-released: "${view.date.slice(0, 10)}"`,
    `url: ${yamlText(view.url)}`,
    `abstract: ${yamlText(`View of ${model.name}, version ${model.version}, in ${view.lab}; individual ${view.seed}.`)}`,
    'identifiers:',
    '  - type: other',
    `    value: ${yamlText(`sha256:${model.sha256}`)}`,
    '    description: Model manifest',
    '  - type: other',
    `    value: ${yamlText(`latentome-view:${view.code}`)}`,
    '    description: View',
    '',
  ].join('\n');
}
