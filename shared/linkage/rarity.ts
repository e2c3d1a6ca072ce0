import type { NameForm } from '../match/compare-names.ts';
import { isAt, type Pattern } from './levels.ts';
import type { LinkRecord } from './link-record.ts';

/** No name is rarer than this, however large the archive: one in four thousand. */
const mostNameBits = 12;
/** A family name, or a given one, says half of it. */
const mostPartBits = 9;

/**
 * How often what occurs, so that 张伟 says less than 尉迟恭: the frequency of the very value stands in place of the chance that two
 * strangers agree. Sources: Fellegi & Sunter 1969 (value-specific weights), Winkler 2000 (frequency-based matching).
 */
export class Rarity {
  readonly #names = new Frequencies(mostNameBits);
  readonly #families = new Frequencies(mostPartBits);
  readonly #givens = new Frequencies(mostPartBits);

  add({ name }: LinkRecord): void {
    if (name.isHan || name.isOrganisation) return this.#names.add(wholeName(name));
    this.#families.add(name.surname);
    this.#givens.add(name.given);
  }

  /** log2(1/f) of all that a record shares by value in this pattern. */
  bitsOf({ name }: LinkRecord, pattern: Pattern): number {
    if (isAt(pattern, 'name', 'same')) return this.#names.bitsOf(wholeName(name));
    return (
      (isAt(pattern, 'family', 'same') ? this.#families.bitsOf(name.surname) : 0) +
      (isAt(pattern, 'given', 'same') ? this.#givens.bitsOf(name.given) : 0)
    );
  }
}

function wholeName(name: NameForm): string {
  return name.isOrganisation ? name.company.core : name.text;
}

/** How often each value occurs among all of its kind. */
class Frequencies {
  readonly #counts = new Map<string, number>();
  readonly #most: number;
  #all = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(value: string): void {
    if (value === '') return;
    this.#all += 1;
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
  }

  /** One of the two who have it may be the other. */
  bitsOf(value: string): number {
    const holders = Math.max(1, (this.#counts.get(value) ?? 0) / 2);
    return Math.min(this.#most, Math.max(0, Math.log2(this.#all / holders)));
  }
}
