import type { CustomField } from '../domain/custom-field/custom-field.ts';
import { customIdOf, customKey } from '../filter/fields.ts';
import type { Language } from '../i18n/catalogue.ts';
import { messages } from '../i18n/messages.ts';
import { foldText } from '../match/text.ts';
import { formulaFields, isFormulaField, type FormulaField } from './fields.ts';
import { tokensOf } from './tokens.ts';

/** The formula as it is stored: fields by their keys, so that one that is renamed stays the one that is meant. */
export function toStored(text: string, fields: readonly CustomField[]): string {
  return replaceNames(text, (name) => keyOf(name, fields) ?? name);
}

/** The formula as it is read and typed: fields by their names. */
export function toShown(text: string, fields: readonly CustomField[], language: Language): string {
  return replaceNames(text, (key) => {
    const label = labelOf(key, fields, language);
    // Two fields of one name: only the key says which one is meant.
    return label !== undefined && keyOf(label, fields) === key ? label : key;
  });
}

/** The key of a field by what it is called in either language, own fields first. */
function keyOf(name: string, fields: readonly CustomField[]): string | undefined {
  const sought = foldText(name.trim());
  const own = fields.filter((field) => foldText(field.label) === sought);
  const found = own.find((field) => field.archived !== true) ?? own[0];
  if (found) return customKey(found.id);
  return (Object.keys(formulaFields) as FormulaField[]).find((key) =>
    messages[formulaFields[key].label].some((label) => foldText(label) === sought),
  );
}

function labelOf(key: string, fields: readonly CustomField[], language: Language): string | undefined {
  if (isFormulaField(key)) return messages[formulaFields[key].label][language === 'zh-CN' ? 0 : 1];
  const customId = customIdOf(key);
  return fields.find((field) => field.id === customId)?.label;
}

function replaceNames(text: string, replace: (name: string) => string): string {
  const read = tokensOf(text);
  if ('problem' in read) return text;
  let replaced = '';
  let from = 0;
  for (const token of read.tokens) {
    if (token.is !== 'field') continue;
    replaced += `${text.slice(from, token.at)}[${replace(token.text)}]`;
    from = token.end;
  }
  return replaced + text.slice(from);
}
