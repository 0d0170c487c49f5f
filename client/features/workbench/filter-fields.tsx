import { useQuery } from "@tanstack/react-query";
import { ConfigProvider, Select } from "antd";
import zhCN from "antd/locale/zh_CN.js";
import { lazy, Suspense, useMemo } from "react";
import { zonesQuery } from "../../api/queries.ts";
import { deskTheme } from "../../app/desk-theme.ts";
import { useRunning, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { DateRangeField } from "./date-range-field.tsx";
import { chipNames } from "./responsibility/chip-names.ts";

const DutyChips = lazy(async () => ({
  default: (await import("./responsibility/duty-chips.tsx")).DutyChips,
}));

/** Source, zone, person and dates: the desk's own components, loaded after the map. */
export function FilterFields() {
  const text = useText();
  const [url, set] = useWorkbenchUrl();
  const { city } = useRunning();
  const { data: zones } = useQuery(zonesQuery({}, "all"));
  const isNight = url.theme === "night";
  const theme = useMemo(() => deskTheme(isNight), [isNight]);
  const zoneOptions = useMemo(
    () =>
      (zones?.features ?? [])
        .filter(({ properties }) => properties.level !== "cell")
        .map(({ properties: { id, name, level } }) => ({
          value: id,
          label: level === "zone" ? name : `　${name}`,
        })),
    [zones],
  );
  const persons = useMemo(
    () => city.persons.map(({ name }) => ({ value: name, label: name })),
    [city.persons],
  );
  const common = {
    mode: "multiple",
    maxTagCount: "responsive",
    allowClear: true,
    popupMatchSelectWidth: 220,
    optionFilterProp: "label",
  } as const;
  const read = (value: string | undefined) => value?.split(",") ?? [];
  const write = (values: readonly string[]) => (values.length === 0 ? undefined : values.join());
  return (
    <ConfigProvider theme={theme} {...(url.lang === "en" ? {} : { locale: zhCN })}>
      <Select
        {...common}
        className="field"
        aria-label={text.filter.source}
        prefix={text.filter.source}
        placeholder={text.filter.all}
        value={read(url.source)}
        options={city.sources.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(values: string[]) => set({ source: write(values) })}
      />
      <Select
        {...common}
        className="field"
        aria-label={text.filter.zone}
        prefix={text.filter.zone}
        placeholder={text.filter.wholeCity}
        value={read(url.zone)}
        options={zoneOptions}
        onChange={(values: string[]) => set({ zone: write(values) })}
      />
      <Select
        {...common}
        className="field"
        aria-label={text.filter.person}
        prefix={text.filter.person}
        placeholder={text.filter.anyone}
        value={read(url.person)}
        options={persons}
        onChange={(values: string[]) => set({ person: write(values) })}
      />
      <DateRangeField />
      {chipNames.some((name) => url[name] !== undefined) && (
        <Suspense>
          <DutyChips />
        </Suspense>
      )}
    </ConfigProvider>
  );
}
