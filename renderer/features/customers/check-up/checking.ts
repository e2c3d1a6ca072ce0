import { createContext, useContext } from 'react';

/** Whether facts are changed in the course of a check. */
export const Checking = createContext(false);

export function useIsChecking(): boolean {
  return useContext(Checking);
}
