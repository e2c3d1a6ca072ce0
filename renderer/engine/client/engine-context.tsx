import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { AppError } from '#shared/errors/app-error.ts';
import { AnswerStore } from './answer-store.ts';
import type { Engine } from '../client-types.ts';
import type { UnsavedShelf } from './unsaved-shelf.ts';

/** How the app tells what became of a write; the engine's hooks know no toasts. */
export interface WriteAnnouncer {
  saved(sentence: string, undo: () => void): void;
  undone(): void;
  failed(error: AppError): void;
  /** Asks whether so much of so much is really to go. */
  confirmDeletion(count: number, total: number): Promise<boolean>;
}

interface EngineAccess {
  engine: Engine;
  answers: AnswerStore;
  announcer: WriteAnnouncer;
  unsaved: UnsavedShelf;
}

const EngineContext = createContext<EngineAccess | null>(null);

export interface EngineProviderProps {
  engine: Engine;
  announcer: WriteAnnouncer;
  unsaved: UnsavedShelf;
  children: ReactNode;
}

export function EngineProvider({ engine, announcer, unsaved, children }: EngineProviderProps) {
  const [answers] = useState(() => new AnswerStore(engine));
  useEffect(() => answers.start(), [answers]);
  return <EngineContext value={{ engine, answers, announcer, unsaved }}>{children}</EngineContext>;
}

export function useEngineAccess(): EngineAccess {
  const access = useContext(EngineContext);
  if (!access) throw new Error('Broken invariant: a screen outside EngineProvider');
  return access;
}

/** The open archive. Questions belong in `useEngineQuery`, writes in `useCommit`. */
export function useEngine(): Engine {
  return useEngineAccess().engine;
}
