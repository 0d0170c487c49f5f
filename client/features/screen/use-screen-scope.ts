import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { SceneFilter } from "../../../domain/screen/scene.ts";
import { cityClock } from "../../../domain/time.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { useScreenText } from "../../text/screen-text.ts";
import { type ScreenScope, stepFilter } from "./screen-scope.ts";

/** What scopes have in common. */
export type ScopeOf = Pick<ScreenScope, "language" | "targets"> & { readonly asOf: string };

/** The scope of a filter at a moment; the very same value for the same filter and moment. */
export function useScreenScope(
  filter: SceneFilter,
  { asOf, language, targets }: ScopeOf,
): ScreenScope {
  const { city } = useRunning();
  const text = useScreenText();
  const format = useCityFormat();
  const client = useQueryClient();
  const clock = useMemo(() => cityClock(city.timezone), [city.timezone]);
  const key = JSON.stringify(filter);
  const targetsKey = JSON.stringify(targets);
  return useMemo(
    () => ({
      city,
      clock,
      format,
      text,
      language,
      client,
      now: Date.parse(asOf),
      filter: stepFilter(JSON.parse(key), asOf, clock),
      targets: JSON.parse(targetsKey),
    }),
    [city, clock, format, text, language, client, asOf, key, targetsKey],
  );
}
