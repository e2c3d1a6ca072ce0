/** What a file's places are counted in, for the sentences that name one: an address book has cards where a table has rows. */
export function unitOf(fileName: string): 'card' | 'row' {
  return /\.(?:vcf|vcard)$/i.test(fileName) ? 'card' : 'row';
}
