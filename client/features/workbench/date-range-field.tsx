import { DatePicker } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import "dayjs/locale/zh-cn.js";
import { DAY_MS } from "../../../domain/time.ts";
import type { CityFormat } from "../../state/city-format.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useRunning, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";

const DATE = "YYYY-MM-DD";

/** Days on which problems were reported. The address keeps the first day, and the day after the last. */
export function DateRangeField() {
  const text = useText();
  const [url, set] = useWorkbenchUrl();
  const { city } = useRunning();
  const format = useCityFormat();
  const today = dayjs(format.date(format.instant(url.asOf ?? city.now)));
  const { last7, month, quarter, year } = text.filter.presets;
  const presets: { label: string; value: [Dayjs, Dayjs] }[] = [
    { label: last7, value: [today.subtract(6, "day"), today] },
    { label: month, value: [today.startOf("month"), today] },
    {
      label: quarter,
      value: [today.month(today.month() - (today.month() % 3)).startOf("month"), today],
    },
    { label: year, value: [today.subtract(1, "year").add(1, "day"), today] },
  ];
  return (
    <DatePicker.RangePicker
      className="field range"
      aria-label={text.filter.reported}
      prefix={text.filter.reported}
      placeholder={[text.filter.anyTime, text.filter.anyTime]}
      allowEmpty={[true, true]}
      format="MM-DD"
      presets={presets}
      value={[dayOf(url.from, format, 0), dayOf(url.to, format, -1)]}
      onChange={(range) => {
        set({
          from: range?.[0]?.format(DATE),
          to: range?.[1]?.add(1, "day").format(DATE),
        });
      }}
    />
  );
}

/** The city's day of an address's date or instant, moved by some days. */
function dayOf(value: string | undefined, format: CityFormat, days: number): Dayjs | null {
  const start = value === undefined ? null : format.dayStart(value);
  return start === null ? null : dayjs(format.date(start + DAY_MS / 2 + days * DAY_MS));
}
