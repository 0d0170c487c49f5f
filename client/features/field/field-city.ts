import { createContext, useContext } from "react";
import type { CityManifest } from "../../../domain/contract/city.ts";
import type { Theme } from "../../app/theme.ts";
import type { CityFormat } from "../../state/city-format.ts";
import type { OwnViewer } from "../../state/viewer.ts";

/** The city of the page, how its times and codes read, the palette, and who works. */
export type FieldCity = {
  readonly city: CityManifest;
  readonly format: CityFormat;
  readonly theme: Theme;
  readonly viewer: OwnViewer;
};

export const FieldCityContext = createContext<FieldCity | null>(null);

export function useFieldCity(): FieldCity {
  const shown = useContext(FieldCityContext);
  if (!shown) throw new Error("No city is loaded here");
  return shown;
}
