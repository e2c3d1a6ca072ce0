import type { ClassKey, Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import { formatClass } from '#shared/i18n/format.ts';
import { useLanguage } from '../platform/language.tsx';
import type { Tone } from '../ui/text/chip.tsx';
import { ClassMark, type MarkShape, type MarkTone } from '../ui/text/class-mark.tsx';
import { regionName } from './region-name.ts';
import { useCodeWords } from './use-words.ts';

const looks: Partial<Record<Dimension, Record<string, readonly [MarkShape, MarkTone]>>> = {
  value: { high: ['full', 'action'], medium: ['half', 'ink'], low: ['ring', 'muted'], none: ['none', 'muted'] },
  lifecycle: {
    prospect: ['none', 'muted'],
    new: ['none', 'action'],
    active: ['none', 'ink'],
    loyal: ['none', 'good'],
    lost: ['none', 'seal'],
  },
  behaviour: {
    active: ['none', 'good'],
    steady: ['none', 'ink'],
    silent: ['none', 'warn'],
    lost: ['none', 'seal'],
    prospect: ['none', 'muted'],
  },
  risk: { low: ['none', 'ink'], medium: ['none', 'warn'], high: ['none', 'seal'], none: ['none', 'muted'] },
};

/** How a class looks: shape and colour besides its word. */
export function classLook(dimension: Dimension, key: ClassKey): readonly [MarkShape, MarkTone] {
  return looks[dimension]?.[key] ?? ['none', key === 'unknown' || key === 'none' ? 'muted' : 'ink'];
}

const chipTones: Record<MarkTone, Tone> = {
  action: 'action',
  seal: 'seal',
  good: 'good',
  warn: 'warn',
  ink: 'plain',
  muted: 'plain',
};

/** The tone of a class as a chip. */
export function classTone(dimension: Dimension, key: ClassKey): Tone {
  return chipTones[classLook(dimension, key)[1]];
}

export function useClassWord(): (dimension: Dimension, key: ClassKey) => string {
  const language = useLanguage();
  const source = useCodeWords('source');
  return (dimension, key) =>
    dimension === 'source' ? source.name(key) : formatClass(language, dimension, key, regionName);
}

interface ClassWordProps {
  dimension: Dimension;
  value: ClassKey;
}

/** A class by shape, word and colour. */
export function ClassWord({ dimension, value }: ClassWordProps) {
  const language = useLanguage();
  // Cells of long lists ask for the user's words only where they matter.
  if (dimension === 'source') return <SourceWord value={value} />;
  const [shape, tone] = classLook(dimension, value);
  return <ClassMark shape={shape} tone={tone} word={formatClass(language, dimension, value, regionName)} />;
}

function SourceWord({ value }: Pick<ClassWordProps, 'value'>) {
  const { name } = useCodeWords('source');
  const [shape, tone] = classLook('source', value);
  return <ClassMark shape={shape} tone={tone} word={name(value)} />;
}
