import { create } from 'zustand';
import { useT } from '../../platform/language.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';

interface Question {
  count: number;
  total: number;
  answer: (isMeant: boolean) => void;
}

/** The question that is open, if one is. On lock: the window reloads, which answers with no. */
const useQuestion = create<{ question: Question | null }>(() => ({ question: null }));

/** Asks whether so much is really to go. Resolves with the answer; leaving the question is a no. */
export function askForDeletion(count: number, total: number): Promise<boolean> {
  useQuestion.getState().question?.answer(false);
  return new Promise((resolve) => {
    const answer = (isMeant: boolean) => {
      useQuestion.setState({ question: null });
      resolve(isMeant);
    };
    useQuestion.setState({ question: { count, total, answer } });
  });
}

export function MassDeletionQuestion() {
  const t = useT();
  const { question } = useQuestion();
  if (!question) return null;
  const { count, total, answer } = question;
  const percent = Math.max(1, Math.round((count / Math.max(total, 1)) * 100));
  return (
    <Dialog
      isOpen
      role="alertdialog"
      size="small"
      title={t('massDelete.title', { count })}
      onClose={() => {
        answer(false);
      }}
      footer={
        <>
          <Button
            kind="danger"
            onPress={() => {
              answer(true);
            }}
          >
            {t('massDelete.yes', { count })}
          </Button>
          <Button
            kind="primary"
            autoFocus
            onPress={() => {
              answer(false);
            }}
          >
            {t('massDelete.no')}
          </Button>
        </>
      }
    >
      <p>{t('massDelete.share', { count, total, percent })}</p>
      <p>{t('massDelete.safe')}</p>
    </Dialog>
  );
}
