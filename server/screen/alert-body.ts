import type { AlertBody } from "../../domain/contract/screen.ts";
import type { Alert } from "../../domain/screen/alerts.ts";
import type { CityClock } from "../../domain/time.ts";

export function alertBody(alert: Alert, clock: CityClock): AlertBody {
  const { raisedAt, acknowledgedAt, endedAt, endsAt: _, at, ...rest } = alert;
  const iso = (t: number | null) => (t === null ? null : clock.toIso(t));
  return {
    ...rest,
    raisedAt: clock.toIso(raisedAt),
    acknowledgedAt: iso(acknowledgedAt),
    endedAt: iso(endedAt),
    at: at && [at[0], at[1]],
  };
}
