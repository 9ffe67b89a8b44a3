import type { Attribute } from '~/core/connectome/connectome.ts';

/** One column kept as text. Equal cells share one string; each different cell is looked at once. */
export class TextColumn<Field extends string> {
  readonly values: string[] = [];
  readonly #distinct = new Map<string, string>();

  constructor(
    readonly field: Field,
    private readonly place: number,
    private readonly name: string,
    private readonly onNew: (text: string, place: { row: number; column: string }) => void,
  ) {}

  push(cells: readonly string[], row: number): void {
    const text = (cells[this.place] ?? '').trim();
    const known = this.#distinct.get(text);
    if (known === undefined) {
      this.#distinct.set(text, text);
      this.onNew(text, { row, column: this.name });
    }
    this.values.push(known ?? text);
  }

  /** Numbers when every cell that is not empty is a finite number written plainly, NaN where empty; else text. */
  asAttribute(): Attribute {
    const filled = [...this.#distinct.keys()].filter((text) => text !== '');
    const numeric = filled.length > 0 && filled.every((text) => plainNumber.test(text));
    return numeric
      ? {
          name: this.name,
          kind: 'number',
          values: Float64Array.from(this.values, (text) => (text === '' ? NaN : Number(text))),
        }
      : { name: this.name, kind: 'text', values: this.values };
  }
}

// At most 15 digits: longer ones are identifiers, which floating point would change.
const plainNumber = /^[+-]?(?=\.?\d)(?=(?:\D*\d){1,15}\D*$)\d*\.?\d*(e[+-]?\d{1,2})?$/i;
