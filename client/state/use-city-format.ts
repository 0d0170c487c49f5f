import { useMemo } from "react";
import { useText } from "../text/use-text.ts";
import { type CityFormat, cityFormat } from "./city-format.ts";
import { useRunning } from "./workbench-state.ts";

export function useCityFormat(): CityFormat {
  const { city } = useRunning();
  const text = useText();
  return useMemo(() => cityFormat(city, text), [city, text]);
}
