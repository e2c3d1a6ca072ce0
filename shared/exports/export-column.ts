import type { ValueWords } from '../custom-fields/values.ts';
import type { ClassKey, Dimension } from '../domain/class-scheme/class-scheme.ts';
import type { CodedList } from '../words/coded-words.ts';
import type { CustomField } from '../domain/custom-field/custom-field.ts';

/** A column of a file: its heading and what it says of whoever is exported. */
export interface ExportColumn<Exported> {
  header: string;
  text: (exported: Exported) => string;
  /** Where a spreadsheet should calculate with it. */
  isNumber?: boolean;
}

/** What the file calls things. */
export interface ExportWords extends ValueWords {
  classWord: (dimension: Dimension, key: ClassKey) => string;
  tagName: (id: string) => string;
  codeName: (list: CodedList, key: string) => string;
  /** Fields of the archive's own, in their order. */
  customFields: readonly CustomField[];
}

/** Columns that speak of a part of what is exported. */
export function ofPart<Whole, Part>(
  columns: readonly ExportColumn<Part>[],
  part: (exported: Whole) => Part,
): ExportColumn<Whole>[] {
  return columns.map((column) => ({ ...column, text: (exported) => column.text(part(exported)) }));
}
