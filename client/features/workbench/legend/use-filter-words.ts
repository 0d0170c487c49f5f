import { NO_UNIT } from "../../../../domain/problem-filter.ts";
import type { WorkbenchUrl } from "../../../state/url-state.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useZoneNames } from "../../../state/use-zone-names.ts";
import { useText } from "../../../text/use-text.ts";

/** The filter of an address in words, each part in short: what a picture of the map must say of itself. */
export function useFilterWords(url: WorkbenchUrl): string {
  const text = useText();
  const format = useCityFormat();
  const zoneNames = useZoneNames();
  const statuses: Readonly<Record<string, string>> = text.statuses;
  const unitOrNone = (id: string) => (id === NO_UNIT ? text.filter.noUnit : format.unit(id));
  const parts = [
    inShort(url.category, format.category) ?? text.legend.allCategories,
    inShort(url.status, (name) => statuses[name] ?? name),
    inShort(url.source, format.source),
    inShort(url.zone, (id) => zoneNames.get(id) ?? id),
    inShort(url.person, (name) => name),
    inShort(url.unit, format.unit),
    inShort(url.line, unitOrNone),
    inShort(url.block, unitOrNone),
    url.from || url.to
      ? text.analysis.reportedBetween(url.from?.slice(0, 10) ?? "", url.to?.slice(0, 10) ?? "")
      : null,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

/** Two names in full, or the first one and how many more. */
function inShort(list: string | undefined, nameOf: (code: string) => string): string | null {
  if (list === undefined) return null;
  const names = list.split(",").map(nameOf);
  return names.length <= 2 ? names.join("、") : `${names[0]} +${names.length - 1}`;
}
