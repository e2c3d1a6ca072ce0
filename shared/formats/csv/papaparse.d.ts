/**
 * The part of papaparse that is used. Its own types pull in those of Node, which would make `process` and `Buffer`
 * compile in shared/.
 */
declare module 'papaparse' {
  export interface ParseConfig {
    delimiter?: string;
    newline?: string;
    quoteChar?: string;
    escapeChar?: string;
    comments?: string | false;
    preview?: number;
  }
  export interface ParseProblem {
    type: string;
    code: string;
    row?: number;
    index?: number;
  }
  export interface ParseResult {
    data: string[][];
    errors: ParseProblem[];
    meta: { cursor: number; aborted: boolean; truncated: boolean };
  }
  const Papa: {
    parse(text: string, config?: { skipEmptyLines?: boolean }): { data: string[][]; errors: ParseProblem[] };
    /** Parses a whole text; `ignoreLastRow` leaves the last row for the next piece, `meta.cursor` says where it begins. */
    Parser: new (
      config: ParseConfig,
    ) => { parse(text: string, baseIndex: number, ignoreLastRow: boolean): ParseResult };
  };
  export default Papa;
}
