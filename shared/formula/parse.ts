import { arities, functionOf, type FunctionName } from './functions.ts';
import { multiply, ofDecimal, rational, type Rational } from './rational.ts';
import { tokensOf, type Sign, type Token } from './tokens.ts';

export type Operator = '+' | '-' | '*' | '/' | '&' | Comparison;
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** A formula as a tree; `at` is where in the text a part stands. */
export type Formula = { at: number } & (
  | { is: 'number'; value: Rational }
  | { is: 'text'; text: string }
  | { is: 'boolean'; value: boolean }
  | { is: 'field'; name: string }
  | { is: 'minus'; of: Formula }
  | { is: 'binary'; operator: Operator; left: Formula; right: Formula }
  | { is: 'call'; name: FunctionName; of: Formula[] }
);

export const problemCodes = [
  'character',
  'unclosed',
  'empty',
  'end',
  'unexpected',
  'function',
  'arity',
  'deep',
  'field',
  'cycle',
  'condition',
  'branches',
  'join',
  'unit',
  'compare',
  'date',
  'numberNeeded',
  'textNeeded',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Why a text is no formula, and where. */
export interface FormulaProblem {
  code: ProblemCode;
  at: number;
  /** The word that it is about. */
  what: string;
}

export type Parsed = { formula: Formula } | { problem: FormulaProblem };

const strengths: Readonly<Partial<Record<Sign, number>>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '<=': 1,
  '>': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
};

const words: ReadonlyMap<string, boolean> = new Map([
  ['是', true],
  ['true', true],
  ['yes', true],
  ['否', false],
  ['false', false],
  ['no', false],
]);

/** Deeper ones cannot be read by anybody. */
const deepest = 50;

class Refusal extends Error {
  readonly problem: FormulaProblem;

  constructor(code: ProblemCode, { at, text }: Pick<Token, 'at' | 'text'>) {
    super(code);
    this.problem = { code, at, what: text };
  }
}

/** `[预算] × 12 ÷ 100`, `如果([等级] = "金卡", 5%, 0)`, `today() - [lastContact]`: a tree, or what is wrong and where. */
export function parseFormula(text: string): Parsed {
  const read = tokensOf(text);
  if ('problem' in read) return { problem: { code: read.problem, at: read.at, what: text[read.at] ?? '' } };
  if (read.tokens.length === 1) return { problem: { code: 'empty', at: 0, what: '' } };
  try {
    return { formula: new Parser(read.tokens).whole() };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem };
    throw error;
  }
}

/** Recursive descent with precedence climbing (Pratt 1973). */
class Parser {
  readonly #tokens: readonly Token[];
  #place = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Formula {
    const formula = this.#expression(1);
    if (this.#next.is !== 'end') throw new Refusal('unexpected', this.#next);
    return formula;
  }

  get #next(): Token {
    const token = this.#tokens[this.#place];
    if (!token) throw new Error('Broken invariant: nothing behind the end of a formula');
    return token;
  }

  #take(): Token {
    const token = this.#next;
    if (token.is === 'end') throw new Refusal('end', token);
    this.#place += 1;
    return token;
  }

  #skip(sign: Sign): boolean {
    const isThere = this.#next.is === 'sign' && this.#next.text === sign;
    if (isThere) this.#place += 1;
    return isThere;
  }

  #expression(least: number): Formula {
    this.#depth += 1;
    if (this.#depth > deepest) throw new Refusal('deep', this.#next);
    let left = this.#single();
    for (;;) {
      const { at } = this.#next;
      const sign = this.#next.is === 'sign' ? this.#next.text : undefined;
      const strength = sign === undefined ? undefined : strengths[sign];
      if (sign === undefined || strength === undefined || strength < least) break;
      this.#place += 1;
      left = { is: 'binary', at, operator: sign as Operator, left, right: this.#expression(strength + 1) };
    }
    this.#depth -= 1;
    return left;
  }

  #single(): Formula {
    const formula = this.#bare();
    if (!this.#skip('%')) return formula;
    const hundredth: Formula = { is: 'number', at: formula.at, value: rational(1n, 100n) };
    if (formula.is === 'number') return { ...formula, value: multiply(formula.value, hundredth.value) };
    return { is: 'binary', at: formula.at, operator: '*', left: formula, right: hundredth };
  }

  #bare(): Formula {
    const token = this.#take();
    const { at } = token;
    switch (token.is) {
      case 'number':
        return { is: 'number', at, value: ofDecimal(token.text) ?? rational(0n) };
      case 'text':
        return { is: 'text', at, text: token.text };
      case 'field':
        return { is: 'field', at, name: token.text };
      case 'name':
        return this.#named(token);
      case 'sign':
        if (token.text === '-') return { is: 'minus', at, of: this.#expression(4) };
        if (token.text === '(') {
          const inner = this.#expression(1);
          this.#close();
          return inner;
        }
        throw new Refusal('unexpected', token);
      case 'end':
        throw new Refusal('end', token);
    }
  }

  #named(token: Token): Formula {
    const { at, text } = token;
    if (!this.#skip('(')) {
      const value = words.get(text.toLowerCase());
      if (value === undefined) throw new Refusal('function', token);
      return { is: 'boolean', at, value };
    }
    const name = functionOf(text);
    if (name === undefined) throw new Refusal('function', token);
    const of: Formula[] = [];
    if (!this.#skip(')')) {
      do of.push(this.#expression(1));
      while (this.#skip(','));
      this.#close();
    }
    const [least, most] = arities[name];
    if (of.length < least || (most !== null && of.length > most)) throw new Refusal('arity', token);
    return { is: 'call', at, name, of };
  }

  #close(): void {
    if (!this.#skip(')')) throw new Refusal(this.#next.is === 'end' ? 'end' : 'unexpected', this.#next);
  }
}
