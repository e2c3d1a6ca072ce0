import { CircleSlash2 } from 'lucide-react';
import type { AnswerWord } from '#shared/domain/customer/answer.ts';
import { useT } from '../../../platform/language.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Menu } from '../../../ui/overlays/menu.tsx';
import { answerKeys } from './answer-keys.ts';

interface AnswerMenuProps {
  /** The field that is asked for. */
  field: string;
  offered: readonly AnswerWord[];
  onAnswer: (word: AnswerWord) => void;
  /** The keyboard has keys of its own for it, and passes by. */
  isPassed?: boolean;
}

/** That there is none, or that the customer will not say. */
export function AnswerMenu({ field, offered, onAnswer, isPassed = false }: AnswerMenuProps) {
  const t = useT();
  const label = t('gaps.answer.offer', { field });
  const entries = offered.map((word) => ({
    id: word,
    label: t(`gaps.answer.${word}`),
    keys: answerKeys[word],
    onAction: () => {
      onAnswer(word);
    },
  }));
  return (
    <Menu
      label={label}
      groups={[{ id: 'answers', entries }]}
      trigger={
        <IconButton label={label} size="small" isTooltipHidden icon={<CircleSlash2 />} excludeFromTabOrder={isPassed} />
      }
    />
  );
}
