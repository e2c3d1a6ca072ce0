import { AppFailure, appError, type AppError } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/i18n/translate.ts';
import { usePreferences } from '../state/preferences.ts';
import { showToast } from '../ui/feedback/toasts.ts';

/** What an error says to the person; anything unexpected becomes the sentence for the unexpected. */
export function toAppError(error: unknown): AppError {
  return error instanceof AppFailure ? error.error : appError('ipc/internal', { channel: 'window' });
}

/** Says a failure in words at the bottom of the window. */
export function reportFailure(error: unknown): void {
  showToast({ text: describeError(usePreferences.getState().language, toAppError(error)), tone: 'seal' });
}
