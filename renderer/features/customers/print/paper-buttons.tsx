import { FileDown, Printer } from 'lucide-react';
import { notePrinted } from '../../../display/note-in-audit-log.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import { callMain } from '../../../platform/main-api.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';

interface PaperButtonsProps {
  /** How many customers are on the paper. */
  customers: number;
  /** What a PDF of it is called, without its ending. */
  name: string;
  isReady: boolean;
  onCancel: () => void;
}

const longestName = 100;

/** Prints what lies ready for the paper, or saves it as PDF; where only the browser makes one, its print dialog does. */
export function PaperButtons({ customers, name, isReady, onCancel }: PaperButtonsProps) {
  const t = useT();
  const print = () => {
    notePrinted(customers);
    window.print();
  };
  const savePdf = useOneAtATime(async () => {
    try {
      const { outcome } = await callMain('files/save-pdf', {
        suggestedName: `${name.slice(0, longestName)}.pdf`,
        exported: customers,
      });
      if (outcome === 'unavailable') print();
      else if (outcome === 'saved') showToast({ text: t('print.pdfSaved') });
    } catch (error) {
      reportFailure(error);
    }
  });
  return (
    <>
      <Button onPress={onCancel}>{t('ui.cancel')}</Button>
      <Button icon={<FileDown />} isDisabled={!isReady} onPress={() => void savePdf()}>
        {t('print.pdf')}
      </Button>
      <Button kind="primary" icon={<Printer />} isDisabled={!isReady} onPress={print}>
        {t('print.print')}
      </Button>
    </>
  );
}
