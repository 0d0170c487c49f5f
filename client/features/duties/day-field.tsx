import { ConfigProvider, DatePicker } from "antd";
import zhCN from "antd/locale/zh_CN.js";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn.js";
import { useMemo } from "react";
import { deskTheme } from "../../app/desk-theme.ts";
import { useDutiesUrl } from "../../state/duties-url.ts";

const DAY = "YYYY-MM-DD";

type DayFieldProps = {
  readonly label: string;
  /** `YYYY-MM-DD`; empty: none. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly isOptional?: boolean;
  readonly isDisabled?: boolean;
};

/** A day, typed or picked from a calendar. */
export function DayField(props: DayFieldProps) {
  const { label, value, onChange, isOptional = false, isDisabled = false } = props;
  const [url] = useDutiesUrl();
  const isNight = url.theme === "night";
  const theme = useMemo(() => deskTheme(isNight), [isNight]);
  const day = dayjs(value);
  return (
    <ConfigProvider theme={theme} {...(url.lang === "en" ? {} : { locale: zhCN })}>
      <DatePicker
        className="day-field"
        aria-label={label}
        placeholder={isOptional ? "—" : DAY}
        format={DAY}
        allowClear={isOptional}
        disabled={isDisabled}
        value={day.isValid() ? day : null}
        onChange={(next) => onChange(next?.format(DAY) ?? "")}
      />
    </ConfigProvider>
  );
}
