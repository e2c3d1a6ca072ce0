export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** Chinese first, English second: a key without both sentences does not compile. ICU MessageFormat. */
type Sentence = readonly [zh: string, en: string];
export type Sentences = Readonly<Record<string, Sentence>>;
