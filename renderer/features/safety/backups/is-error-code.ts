import { errorSentences, type ErrorCode } from '#shared/errors/codes.ts';

/** Whether there is a sentence for what main reported. */
export function isErrorCode(code: string): code is ErrorCode {
  return code in errorSentences;
}
