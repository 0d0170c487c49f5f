import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { AlertBody } from "../../../domain/contract/screen.ts";
import { acknowledgeAlert, alertsQuery } from "../../api/steer-queries.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useCan } from "../../state/viewer.ts";
import { useScreenWatchText } from "../../text/screen-watch-text.ts";
import { soundTone } from "./alert-tone.ts";
import type { Rect } from "./wall-layout.ts";
import "./alert-banner.css";

type AlertBannerProps = {
  /** Its own place: nothing lies under it. */
  readonly rect: Rect;
  readonly hasSound: boolean;
  /** Shows where an alert is; absent: it cannot. */
  readonly onShow?: (alert: AlertBody) => void;
};

/** From then on the banner says that it does not know. */
const LATE_MS = 60_000;

/** What calls for attention and nobody has acknowledged, one at a time; nothing at all while there is none. */
export function AlertBanner({ rect, hasSound, onShow }: AlertBannerProps) {
  const text = useScreenWatchText().alerts;
  const { data, isError, dataUpdatedAt, errorUpdatedAt } = useQuery(alertsQuery);
  const open = (data?.alerts ?? []).filter(
    ({ acknowledgedAt, endedAt }) => acknowledgedAt === null && endedAt === null,
  );
  useTone(open, hasSound && data !== undefined);
  const [first] = open;
  const isUnknown = isError && errorUpdatedAt - dataUpdatedAt > LATE_MS;
  if (!first && !isUnknown) return null;
  const { x, y, width, height } = rect;
  return (
    <section
      className="wall-alerts"
      aria-label={text.title}
      aria-live="polite"
      style={{ left: x, top: y, width, height }}
    >
      <div className="wall-alert">
        {first && <AlertRow key={first.id} alert={first} onShow={onShow} />}
        {open.length > 1 && <small>{text.more(open.length - 1)}</small>}
        {isUnknown && <small>{text.unknown}</small>}
      </div>
    </section>
  );
}

type AlertRowProps = {
  readonly alert: AlertBody;
  readonly onShow: AlertBannerProps["onShow"] | undefined;
};

function AlertRow({ alert, onShow }: AlertRowProps) {
  const text = useScreenWatchText().alerts;
  const client = useQueryClient();
  const maySteer = useCan("steer");
  const { mutate, isPending, isError } = useMutation({
    mutationFn: () => acknowledgeAlert(alert.id),
    networkMode: "always",
    onSettled: () => client.invalidateQueries({ queryKey: alertsQuery.queryKey }),
  });
  const { time } = useCityFormat();
  return (
    <>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M8 2 15 14H1Z" />
      </svg>
      <strong>{alert.name}</strong>
      <span title={text.sentence(alert)}>{text.sentence(alert)}</span>
      <time dateTime={alert.raisedAt}>{text.since(time(alert.raisedAt))}</time>
      {onShow && alert.at && (
        <button type="button" onClick={() => onShow(alert)}>
          {text.show}
        </button>
      )}
      {maySteer && (
        <button type="button" disabled={isPending} onClick={() => mutate()}>
          {isPending ? text.acknowledging : isError ? text.failed : text.acknowledge}
        </button>
      )}
    </>
  );
}

/** One tone for alerts that are new to this wall; what stood when it was switched on makes none. */
function useTone(open: readonly AlertBody[], isOn: boolean): void {
  const known = useRef<ReadonlySet<string> | null>(null);
  const ids = open.map(({ id }) => id).join();
  useEffect(() => {
    if (!isOn) return;
    const before = known.current;
    const now = ids === "" ? [] : ids.split(",");
    known.current = new Set(now);
    if (before && now.some((id) => !before.has(id))) void soundTone();
  }, [ids, isOn]);
}
