import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { errorSentences } from '#shared/errors/codes.ts';
import { messages } from '#shared/i18n/messages.ts';

type Ast = ReturnType<IntlMessageFormat['getAst']>;

const literal: Ast[number]['type'] = 0;

function parse(sentence: string): Ast {
  return new IntlMessageFormat(sentence, 'en', undefined, { ignoreTag: true }).getAst();
}

/** Names of the arguments of a message. */
function argumentNames(elements: Ast, names = new Set<string>()): Set<string> {
  for (const element of elements) {
    if (element.type !== literal && 'value' in element) names.add(element.value);
    if ('options' in element) for (const option of Object.values(element.options)) argumentNames(option.value, names);
  }
  return names;
}

describe('the catalogue of sentences', () => {
  for (const [key, [zh, en]] of Object.entries({ ...messages, ...errorSentences })) {
    it(`says ${key} with the same arguments in both languages`, () => {
      expect(zh.trim()).not.toBe('');
      expect(en.trim()).not.toBe('');
      expect(argumentNames(parse(zh))).toEqual(argumentNames(parse(en)));
    });
  }

  it('keeps Chinese out of English sentences', () => {
    const mixed = Object.entries({ ...messages, ...errorSentences }).filter(([, [, en]]) => /\p{Script=Han}/u.test(en));
    expect(mixed.map(([key]) => key)).toEqual([]);
  });

  it('writes apostrophes curved, and addresses the person at work as 你 (customers, whom it writes to, as 您)', () => {
    const every = Object.entries({ ...messages, ...errorSentences });
    const stiff = every.filter(([key, [zh, en]]) => /'/.test(en) || (/您/.test(zh) && !key.startsWith('selfUpdate.')));
    expect(stiff.map(([key]) => key)).toEqual([]);
  });
});
