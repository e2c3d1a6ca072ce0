import { foldText } from '#shared/match/text.ts';
import type { TextColumnName } from './column-layout.ts';
import { Interner } from './interner.ts';
import type { TextColumn } from './text-column.ts';

/** A text column as numbers: customers with the same text have the same place in `values`. */
export interface TextPlaces {
  places: Uint32Array;
  values: readonly string[];
}

/** What is made of the text columns when it is first asked for, and then kept true: folded texts, and texts as numbers. */
export class DerivedTexts {
  readonly #texts: Readonly<Record<TextColumnName, TextColumn>>;
  /** By column and customer; `undefined` where nobody asked yet. */
  readonly #folded = new Map<TextColumnName, (string | undefined)[]>();
  readonly #numbered = new Map<TextColumnName, NumberedTexts>();

  constructor(texts: Readonly<Record<TextColumnName, TextColumn>>) {
    this.#texts = texts;
  }

  /** The text of a customer line by line as comparing sees it (`foldText`). */
  foldedOf(column: TextColumnName): (index: number) => string {
    const texts = this.#texts[column];
    const folded = this.#folded.get(column) ?? [];
    this.#folded.set(column, folded);
    while (folded.length < texts.length) folded.push(undefined);
    return (index) => (folded[index] ??= foldLines(texts.at(index)));
  }

  placesOf(column: TextColumnName): TextPlaces {
    const numbered = this.#numbered.get(column) ?? new NumberedTexts(this.#texts[column]);
    this.#numbered.set(column, numbered);
    return numbered.current();
  }

  /** The texts of a customer are others now. */
  touch(index: number): void {
    for (const folded of this.#folded.values()) if (index < folded.length) folded[index] = undefined;
    for (const numbered of this.#numbered.values()) numbered.touch(index);
  }

  /** Keeps nothing: for when a text must be nowhere any more. */
  clear(): void {
    this.#folded.clear();
    this.#numbered.clear();
  }
}

function foldLines(text: string): string {
  const folded = text.includes('\n') ? text.split('\n').map(foldText).join('\n') : foldText(text);
  // Most texts fold to themselves; one string is then enough.
  return folded === text ? text : folded;
}

class NumberedTexts {
  readonly #texts: TextColumn;
  readonly #interner = new Interner();
  #places = new Uint32Array(0);
  #known = 0;
  readonly #changed = new Set<number>();

  /** `texts` is the column itself; it may grow. */
  constructor(texts: TextColumn) {
    this.#texts = texts;
  }

  touch(index: number): void {
    if (index < this.#known) this.#changed.add(index);
  }

  current(): TextPlaces {
    const count = this.#texts.length;
    if (count > this.#places.length) {
      const larger = new Uint32Array(Math.max(64, Math.ceil(count * 1.25)));
      larger.set(this.#places);
      this.#places = larger;
    }
    for (const index of this.#changed) this.#number(index);
    for (let index = this.#known; index < count; index += 1) this.#number(index);
    this.#changed.clear();
    this.#known = count;
    return { places: this.#places, values: this.#interner.values };
  }

  #number(index: number): void {
    this.#places[index] = this.#interner.numberOf(this.#texts.at(index));
  }
}
