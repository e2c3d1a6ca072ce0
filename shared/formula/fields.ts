import type { CustomField } from '../domain/custom-field/custom-field.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { Evaluator } from './evaluate.ts';
import { checkFormula } from './check.ts';
import { parseFormula, type Formula, type FormulaProblem } from './parse.ts';
import type { ValueKind } from './values.ts';
import { customIdOf } from '../filter/fields.ts';

/** What every archive knows of a customer that can be computed with. */
export const formulaFields = {
  name: { kind: 'text', label: 'field.name' },
  organization: { kind: 'text', label: 'field.organization' },
  title: { kind: 'text', label: 'field.title' },
  code: { kind: 'text', label: 'field.code' },
  industry: { kind: 'text', label: 'field.industry' },
  lastContact: { kind: 'date', label: 'field.lastContact' },
  lastPurchase: { kind: 'date', label: 'field.lastPurchase' },
  nextFollowUp: { kind: 'date', label: 'field.nextFollowUp' },
  knownSince: { kind: 'date', label: 'filters.field.knownSince' },
  acquiredOn: { kind: 'date', label: 'field.acquiredOn' },
  verifiedOn: { kind: 'date', label: 'field.verifiedOn' },
  revenue: { kind: 'money', label: 'filters.field.revenue' },
  creditLimitFen: { kind: 'money', label: 'field.creditLimitFen' },
  paymentTermsDays: { kind: 'number', label: 'field.paymentTermsDays' },
  purchases: { kind: 'number', label: 'field.purchases' },
  contacts: { kind: 'number', label: 'filters.field.contacts' },
  completeness: { kind: 'number', label: 'field.completeness' },
  age: { kind: 'number', label: 'formula.age' },
} as const satisfies Record<string, { kind: ValueKind; label: MessageKey }>;
export type FormulaField = keyof typeof formulaFields;

export function isFormulaField(name: string): name is FormulaField {
  return Object.hasOwn(formulaFields, name);
}

const kinds: Readonly<Record<Exclude<CustomField['type'], 'formula'>, ValueKind>> = {
  text: 'text',
  number: 'number',
  money: 'money',
  date: 'date',
  boolean: 'boolean',
  choice: 'text',
  choices: 'text',
  reference: 'text',
  attachment: 'text',
};

export type Compiled = { kind: ValueKind; evaluate: Evaluator } | { problem: FormulaProblem };

/** The formulas of an archive, each compiled once; one that looks at itself through others is a problem, not a loop. */
export class FormulaBook {
  readonly #fields: ReadonlyMap<string, CustomField>;
  readonly #compiled = new Map<string, Compiled>();
  readonly #open = new Set<string>();

  readonly #evaluatorOf: (formula: Formula) => Evaluator;

  /** @param evaluatorOf what computes; a screen is told only of which kind the results are, and carries none */
  constructor(fields: readonly CustomField[], evaluatorOf: (formula: Formula) => Evaluator) {
    this.#evaluatorOf = evaluatorOf;
    this.#fields = new Map(fields.map((field) => [field.id, field]));
  }

  /** Fields with formulas that can be computed. */
  get computable(): { field: CustomField; kind: ValueKind; evaluate: Evaluator }[] {
    return [...this.#fields.values()].flatMap((field) => {
      const compiled = field.type === 'formula' ? this.of(field) : null;
      return compiled && 'evaluate' in compiled ? [{ field, ...compiled }] : [];
    });
  }

  of({ id, formula = '' }: Pick<CustomField, 'id' | 'formula'>): Compiled {
    const known = this.#compiled.get(id);
    if (known) return known;
    this.#open.add(id);
    const compiled = this.compile(formula);
    this.#open.delete(id);
    this.#compiled.set(id, compiled);
    return compiled;
  }

  /** A formula among these fields, with fields by their keys. */
  compile(text: string): Compiled {
    const parsed = parseFormula(text);
    if ('problem' in parsed) return parsed;
    const checked = checkFormula(parsed.formula, (name) => this.kindOf(name));
    return 'problem' in checked ? checked : { kind: checked.kind, evaluate: this.#evaluatorOf(parsed.formula) };
  }

  /** `field` where there is no such field, `cycle` where it is being compiled just now. */
  kindOf(name: string): ValueKind | 'field' | 'cycle' {
    if (isFormulaField(name)) return formulaFields[name].kind;
    const field = this.#fields.get(customIdOf(name) ?? '');
    if (!field) return 'field';
    if (field.type !== 'formula') return kinds[field.type];
    if (this.#open.has(field.id)) return 'cycle';
    const compiled = this.of(field);
    return 'problem' in compiled ? (compiled.problem.code === 'cycle' ? 'cycle' : 'field') : compiled.kind;
  }
}
