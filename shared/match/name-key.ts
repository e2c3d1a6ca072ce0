import { companyOf, looksLikeCompany } from './company.ts';
import { compactText, foldText } from './text.ts';

/** By what two names are exactly equal: folded, a company by its core and branch. */
export function nameKey(name: string): string {
  // A name of signs alone is still a name.
  if (!looksLikeCompany(name)) return compactText(name) || foldText(name);
  const { core, branch } = companyOf(name);
  return core + branch;
}
