import type { Dialogs } from '../../electron/ports.ts';

/** What the user will answer. A `null` path is "cancelled". */
export type PreparedAnswer =
  | { readonly question: 'folder' | 'backup-file' | 'save-path'; readonly path: string | null }
  | { readonly question: 'confirm'; readonly yes: boolean };

/** Dialogs for tests: every question takes the next prepared answer, and one that was not expected is an error. */
export class PreparedDialogs implements Dialogs {
  readonly #answers: PreparedAnswer[] = [];
  /** What was asked so far: the kind of question, and what was suggested or asked. */
  readonly asked: { readonly question: PreparedAnswer['question']; readonly detail: string }[] = [];

  prepare(...answers: readonly PreparedAnswer[]): void {
    this.#answers.push(...answers);
  }

  /** Answers that nobody asked for. */
  left(): readonly PreparedAnswer[] {
    return this.#answers;
  }

  #take(question: PreparedAnswer['question'], detail = ''): PreparedAnswer {
    this.asked.push({ question, detail });
    const answer = this.#answers[0];
    if (answer?.question !== question) throw new Error(`No answer was prepared for the question: ${question}`);
    this.#answers.shift();
    return answer;
  }

  async #takePath(question: 'folder' | 'backup-file' | 'save-path', detail?: string): Promise<string | null> {
    const answer = this.#take(question, detail);
    return answer.question === 'confirm' ? null : answer.path;
  }

  chooseFolder(): Promise<string | null> {
    return this.#takePath('folder');
  }
  chooseBackupFile(): Promise<string | null> {
    return this.#takePath('backup-file');
  }
  chooseSavePath(suggestedName: string): Promise<string | null> {
    return this.#takePath('save-path', suggestedName);
  }
  async confirm(question: string): Promise<boolean> {
    const answer = this.#take('confirm', question);
    return answer.question === 'confirm' && answer.yes;
  }
}
