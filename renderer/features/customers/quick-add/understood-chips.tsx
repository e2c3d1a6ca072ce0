import { describePiece, pieceLabels } from '#shared/quick-add/describe-piece.ts';
import { meanings, type Meaning, type Piece } from '#shared/quick-add/piece.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { RemovableChip } from '../../../ui/text/chip.tsx';
import styles from './quick-add.module.css';

interface UnderstoodChipsProps {
  pieces: readonly Piece[];
  /** What parts are called that the line does not say by itself. */
  labels: ReadonlyMap<Piece, string>;
  onRemove: (piece: Piece) => void;
  onCorrect: (piece: Piece, meaning: Meaning) => void;
  /** Marks the part in the line, to be typed anew. */
  onRetype: (piece: Piece) => void;
}

/** How the line is understood, part by part. A chip opens what else the part may be; its cross takes it out of the line. */
export function UnderstoodChips({ pieces, labels, onRemove, onCorrect, onRetype }: UnderstoodChipsProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  if (pieces.length === 0) return <p className={styles.hint}>{t('new.hint')}</p>;
  return (
    <ul className={styles.chips} aria-label={t('new.understood')}>
      {pieces.map((piece) => {
        const label = t('new.piece', {
          field: labels.get(piece) ?? t(pieceLabels[piece.kind]),
          value: describePiece(language, piece, today),
        });
        return (
          <li key={piece.from}>
            <RemovableChip
              label={label}
              tone={piece.kind === 'note' && !labels.has(piece) ? 'plain' : 'action'}
              onRemove={() => {
                onRemove(piece);
              }}
              menu={{
                label: t('new.correct', { text: piece.text }),
                groups: [
                  {
                    id: 'retype',
                    entries: [
                      {
                        id: 'retype',
                        label: t('new.retype'),
                        onAction: () => {
                          onRetype(piece);
                        },
                      },
                    ],
                  },
                  {
                    id: 'meaning',
                    title: t('new.meant'),
                    entries: meanings.map((meaning) => ({
                      id: meaning,
                      label: t(pieceLabels[meaning]),
                      isChecked: meaning === piece.kind,
                      onAction: () => {
                        onCorrect(piece, meaning);
                      },
                    })),
                  },
                ],
              }}
            />
          </li>
        );
      })}
    </ul>
  );
}
