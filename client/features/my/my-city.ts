import { createContext, useContext } from "react";
import type { CityManifest } from "../../../domain/contract/city.ts";
import type { Theme } from "../../app/theme.ts";
import type { CityFormat } from "../../state/city-format.ts";

/** The city of the page, how its times and codes read, and the palette. */
export type MyCity = {
  readonly city: CityManifest;
  readonly format: CityFormat;
  readonly theme: Theme;
};

export const MyCityContext = createContext<MyCity | null>(null);

export function useMyCity(): MyCity {
  const shown = useContext(MyCityContext);
  if (!shown) throw new Error("No city is loaded here");
  return shown;
}
