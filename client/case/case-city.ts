import { createContext, useContext } from "react";
import type { CityManifest } from "../../domain/contract/city.ts";
import { cityClock } from "../../domain/time.ts";
import { type CityFormat, cityFormat } from "../state/city-format.ts";
import type { Text } from "../text/zh-cn.ts";

/** The city of a case, and how its times read and are written. */
export type CaseCity = {
  readonly city: CityManifest;
  readonly format: CityFormat;
  /** YYYY-MM-DDTHH:MM on the city's wall clock. */
  readonly toLocal: (epochMs: number) => string;
  /** An instant of what a person chose on that clock. */
  readonly toInstant: (local: string) => string;
  /** Opens another report; null: the page cannot. */
  readonly onOpen: ((id: string) => void) | null;
};

export const CaseCityContext = createContext<CaseCity | null>(null);

export function useCaseCity(): CaseCity {
  const shown = useContext(CaseCityContext);
  if (!shown) throw new Error("No case is shown here");
  return shown;
}

export function caseCity(city: CityManifest, text: Text, onOpen: CaseCity["onOpen"]): CaseCity {
  const clock = cityClock(city.timezone);
  return {
    city,
    format: cityFormat(city, text),
    toLocal: (epochMs) => clock.toIso(epochMs).slice(0, 16),
    toInstant(local) {
      const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = local.split(/[-T:]/).map(Number);
      const wall = { year, month, day, hour, minute, second: 0, millisecond: 0 };
      return clock.toIso(clock.toEpoch(wall));
    },
    onOpen,
  };
}
