import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { ZoneList } from "../../../domain/contract/zones.ts";
import type { ZoneShape } from "../../../domain/zone-edit/zone-shape.ts";
import { zoneBordersQuery } from "../../api/zone-queries.ts";
import { DeskBar } from "../../shell/desk-bar.tsx";
import { DeskTabs, PANEL_ID, tabId } from "../../shell/desk-tabs.tsx";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { useZonesUrl, zoneTabs } from "../../state/zones-url.ts";
import { useZonesText } from "../../text/zones-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { ZoneHistory } from "./zone-history.tsx";
import { ZoneWorkspace } from "./zone-workspace.tsx";

/** The borders with their tools, or every change that was made to them. */
export function ZonesDesk() {
  const text = useZonesText().zones;
  const [url, set] = useZonesUrl();
  const tab = zoneTabs.find((name) => name === url.tab) ?? "map";
  return (
    <div className="zones">
      <DeskBar current="zones" />
      <main>
        <DeskTabs
          label={text.title}
          titles={text.tabs}
          names={zoneTabs}
          current={tab}
          onChoose={(name) => set({ tab: name === "map" ? undefined : name })}
        />
        <div id={PANEL_ID} role="tabpanel" aria-labelledby={tabId(tab)}>
          {tab === "map" ? <Borders /> : <ZoneHistory />}
        </div>
      </main>
    </div>
  );
}

/** The zones of the day from which a change is to hold, once they have come. */
function Borders() {
  const text = useZonesText().zones;
  const { city } = useRunning();
  const format = useCityFormat();
  const today = format.date(format.instant(city.now));
  const [day, setDay] = useState(today);
  const { data, error, isPending, refetch } = useQuery(
    zoneBordersQuery(day < today ? day : undefined),
  );
  const shapes = useMemo(() => shapesOf(data), [data]);
  const isEmpty = shapes.length === 0;
  if (isPending || error || isEmpty || !data) {
    return (
      <div className="zone-waiting">
        <AsyncState
          isLoading={isPending}
          error={data ? null : error}
          isEmpty={isEmpty}
          empty={text.none}
          lines={8}
          onRetry={() => void refetch()}
        >
          {null}
        </AsyncState>
      </div>
    );
  }
  return <ZoneWorkspace list={data} base={shapes} day={day} setDay={setDay} />;
}

function shapesOf(list: ZoneList | undefined): ZoneShape[] {
  return (list?.features ?? []).map(({ geometry, properties }) => {
    const { id, name, level, parentId } = properties;
    return { id, name, level, parentId, geometry };
  });
}
