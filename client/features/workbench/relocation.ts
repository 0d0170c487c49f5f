import { createContext, useContext } from "react";

/** A report whose right position a person is about to click on the map. */
export type Relocation = {
  readonly problemId: string;
  /** Null until the map was clicked. */
  readonly position: readonly [lng: number, lat: number] | null;
};

type RelocationState = readonly [Relocation | null, (next: Relocation | null) => void];

export const RelocationContext = createContext<RelocationState>([null, () => undefined]);

export function useRelocation(): RelocationState {
  return useContext(RelocationContext);
}
