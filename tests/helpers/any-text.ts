import * as fc from 'fast-check';

// fast-check's own units lay out the whole of Unicode first, which takes a second in every file that asks for them.
const codePoint = fc
  .oneof(
    fc.integer({ min: 0, max: 0xff }),
    fc.integer({ min: 0x100, max: 0xffff }),
    fc.integer({ min: 0x10000, max: 0x10ffff }),
  )
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

const printed = fc.oneof(
  fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCodePoint(code)),
  fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code)),
  fc.constantFrom('é', 'e\u0301', 'ß', '𠮷', '🀄', '👩‍👩‍👧', 'ｱ', 'ﬁ', '\u00a0'),
);

type Length = Pick<fc.StringConstraints, 'minLength' | 'maxLength'>;

/** Whatever a string can hold, control characters included; no half of a surrogate pair. */
export const anyText = (length: Length = {}): fc.Arbitrary<string> => fc.string({ ...length, unit: codePoint });

/** What a person could type: Latin and Chinese letters, signs, composed ones and emoji. */
export const aWord = (length: Length = {}): fc.Arbitrary<string> => fc.string({ ...length, unit: printed });
