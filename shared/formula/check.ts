import type { Comparison, Formula, FormulaProblem, Operator, ProblemCode } from './parse.ts';
import type { ValueKind } from './values.ts';

export type Checked = { kind: ValueKind } | { problem: FormulaProblem };

class Refusal extends Error {
  readonly problem: FormulaProblem;

  constructor(code: ProblemCode, at: number, what = '') {
    super(code);
    this.problem = { code, at, what };
  }
}

/** What kind of value a field has; a problem where there is no such field, or where it would depend on itself. */
export type KindOfField = (name: string) => ValueKind | 'field' | 'cycle';

/**
 * What kind of value a formula comes to, or the first thing in it that does not go together. Money and numbers are not mixed,
 * with one exception: a number that is written out beside an amount of money is meant in its currency.
 */
export function checkFormula(formula: Formula, kindOfField: KindOfField): Checked {
  try {
    return { kind: kindOf(formula, kindOfField) };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem };
    throw error;
  }
}

function kindOf(formula: Formula, kindOfField: KindOfField): ValueKind {
  switch (formula.is) {
    case 'number':
    case 'text':
    case 'boolean':
      return formula.is;
    case 'field': {
      const kind = kindOfField(formula.name);
      if (kind === 'field' || kind === 'cycle') throw new Refusal(kind, formula.at, formula.name);
      return kind;
    }
    case 'minus':
      return numeric(formula.of, kindOfField);
    case 'binary':
      return kindOfBinary(formula, kindOfField);
    case 'call':
      return kindOfCall(formula, kindOfField);
  }
}

/** Whether nothing but numbers that are written out stands in it. */
export function isConstant(formula: Formula): boolean {
  if (formula.is === 'minus') return isConstant(formula.of);
  if (formula.is === 'binary') return isConstant(formula.left) && isConstant(formula.right);
  return formula.is === 'number';
}

function numeric(formula: Formula, kindOfField: KindOfField): 'number' | 'money' {
  const kind = kindOf(formula, kindOfField);
  if (kind !== 'number' && kind !== 'money') throw new Refusal('numberNeeded', formula.at);
  return kind;
}

function kindOfBinary(
  { operator, left, right, at }: Extract<Formula, { is: 'binary' }>,
  kindOfField: KindOfField,
): ValueKind {
  const a = kindOf(left, kindOfField);
  const b = kindOf(right, kindOfField);
  if (operator === '&') {
    if (a === 'boolean' || b === 'boolean') throw new Refusal('textNeeded', at, operator);
    return 'text';
  }
  if (isComparison(operator)) {
    if (common([left, right], [a, b]) === null) throw new Refusal('compare', at, operator);
    if (a === 'boolean' && operator !== '=' && operator !== '<>') throw new Refusal('compare', at, operator);
    return 'boolean';
  }
  if (a === 'text' || b === 'text') throw new Refusal('join', at, operator);
  const kind = arithmetic(operator, left, right, a, b);
  if (kind === null) throw new Refusal(a === 'date' || b === 'date' ? 'date' : 'unit', at, operator);
  return kind;
}

function isComparison(operator: Operator): operator is Comparison {
  return ['=', '<>', '<', '<=', '>', '>='].includes(operator);
}

function arithmetic(
  operator: Exclude<Operator, '&' | Comparison>,
  left: Formula,
  right: Formula,
  a: ValueKind,
  b: ValueKind,
): ValueKind | null {
  if (a === 'boolean' || b === 'boolean') return null;
  if (a === 'date' || b === 'date') {
    if (operator === '+') return a === 'number' || b === 'number' ? 'date' : null;
    if (operator !== '-' || a !== 'date') return null;
    return b === 'date' ? 'number' : b === 'number' ? 'date' : null;
  }
  switch (operator) {
    case '+':
    case '-':
      return common([left, right], [a, b]);
    case '*':
      if (a === 'money' && b === 'money') return null;
      return a === 'money' || b === 'money' ? 'money' : 'number';
    case '/':
      if (a === 'money') return b === 'money' ? 'number' : 'money';
      return b === 'money' ? null : 'number';
  }
}

/** The kind that all of these have; numbers that are written out go with money. `null` when they have none in common. */
function common(parts: readonly Formula[], kinds: readonly ValueKind[]): ValueKind | null {
  const free = kinds.filter(
    (kind, at) => kind !== 'number' || !isConstant(parts[at] ?? { is: 'text', at: 0, text: '' }),
  );
  const [first = 'number'] = free;
  if (!free.every((kind) => kind === first)) return null;
  return free.length === kinds.length || first === 'money' || first === 'number' ? first : null;
}

function kindOfCall({ name, of, at }: Extract<Formula, { is: 'call' }>, kindOfField: KindOfField): ValueKind {
  const kinds = of.map((part) => kindOf(part, kindOfField));
  const need = (place: number, kind: ValueKind, code: ProblemCode) => {
    if (kinds[place] !== kind) throw new Refusal(code, of[place]?.at ?? at, name);
  };
  const shared = (from: number): ValueKind => {
    const kind = common(of.slice(from), kinds.slice(from));
    if (kind === null) throw new Refusal('branches', at, name);
    return kind;
  };
  switch (name) {
    case 'if':
      need(0, 'boolean', 'condition');
      return shared(1);
    case 'and':
    case 'or':
    case 'not':
      of.forEach((_, place) => {
        need(place, 'boolean', 'condition');
      });
      return 'boolean';
    case 'empty':
      return 'boolean';
    case 'default':
      return shared(0);
    case 'round':
      if (of.length > 1) need(1, 'number', 'numberNeeded');
      return numeric(of[0] ?? { is: 'text', at, text: '' }, kindOfField);
    case 'min':
    case 'max': {
      const kind = shared(0);
      if (kind === 'text' || kind === 'boolean') throw new Refusal('numberNeeded', at, name);
      return kind;
    }
    case 'abs':
      return numeric(of[0] ?? { is: 'text', at, text: '' }, kindOfField);
    case 'today':
      return 'date';
    case 'days':
    case 'years':
      need(0, 'date', 'date');
      need(1, 'date', 'date');
      return 'number';
    case 'year':
    case 'month':
      need(0, 'date', 'date');
      return 'number';
    case 'contains':
      need(0, 'text', 'textNeeded');
      need(1, 'text', 'textNeeded');
      return 'boolean';
  }
}
