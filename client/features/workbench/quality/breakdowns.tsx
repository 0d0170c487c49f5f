import type { RecurrenceSummary } from "../../../../domain/contract/recurrence.ts";
import type { PlaceClass } from "../../../../domain/recurrence/place-class.ts";
import { shownOrder } from "../../../state/shown-classes.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useZoneNames } from "../../../state/use-zone-names.ts";
import { useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { ClassMark } from "../../../ui/class-mark.tsx";
import { Breakdown } from "./breakdown.tsx";

/** The same total by class, category, zone and lead; a click filters the page by it. */
export function Breakdowns({ summary }: { readonly summary: RecurrenceSummary }) {
  const text = useText();
  const format = useCityFormat();
  const zoneNames = useZoneNames();
  const [, set] = useWorkbenchUrl();
  const { byClass, byCategory, byZone, byLead, total } = summary;
  const order: readonly PlaceClass[] = shownOrder;
  return (
    <>
      <Breakdown
        title={text.quality.byClass}
        items={byClass
          .filter((sums) => sums.class !== "none")
          .toSorted((a, b) => order.indexOf(a.class) - order.indexOf(b.class))
          .map((sums) => ({
            key: sums.class,
            label: text.classes[sums.class],
            mark: <ClassMark name={sums.class} />,
            sums,
            onPick: () => set({ class: sums.class, list: "places" }),
          }))}
        total={total}
      />
      <Breakdown
        title={text.quality.byCategory}
        items={byCategory.map((sums) => ({
          key: sums.category,
          label: format.category(sums.category),
          sums,
          onPick: () => set({ category: sums.category }),
        }))}
        total={total}
      />
      <Breakdown
        title={text.quality.byZone}
        items={byZone.map((sums) => ({
          key: sums.zone,
          label: zoneNames.get(sums.zone) ?? sums.zone,
          sums,
          onPick: () => set({ zone: sums.zone }),
        }))}
        total={total}
        rest={text.quality.unzoned}
      />
      <Breakdown
        title={text.quality.byLead}
        note={text.quality.byLeadHint}
        items={byLead.map((sums) => ({
          key: sums.person,
          label: sums.person,
          sums,
          onPick: () => set({ person: sums.person }),
        }))}
      />
    </>
  );
}
