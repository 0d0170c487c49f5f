import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useRunning } from "../../state/workbench-state.ts";

/** Runs an act on the duties, tells how it went, and makes everything that was read before old. */
export function useAct<A extends readonly unknown[], T>(act: (...given: A) => Promise<T>) {
  const client = useQueryClient();
  const { clock } = useRunning();
  const [isBusy, setIsBusy] = useState(false);
  const [done, setDone] = useState<T | null>(null);
  const [error, setError] = useState<Error | null>(null);
  async function run(...given: A): Promise<void> {
    setIsBusy(true);
    setError(null);
    try {
      setDone(await act(...given));
    } catch (caught) {
      setError(caught as Error);
    }
    setIsBusy(false);
    await client.invalidateQueries();
    clock.refresh();
  }
  return { run, isBusy, done, error };
}
