import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import type { CityManifest } from "../../../domain/contract/city.ts";
import { defaultScreen } from "../../../domain/screen/default-screen.ts";
import { screenPlanQuery } from "../../api/screen-queries.ts";
import { applyTheme, type Theme } from "../../app/theme.ts";
import { useLiveClock } from "../../state/live-clock.ts";
import { useDraft } from "../../state/screen-draft.ts";
import { useScreenUrl } from "../../state/screen-url.ts";
import { RunningContext } from "../../state/workbench-state.ts";
import { screenTexts } from "../../text/screen-text.ts";
import { LanguageContext } from "../../text/use-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { Wall } from "./wall.tsx";
import { watchErrors } from "./wall-errors.ts";
import "./styles/screen.css";

/** A moment stands so long: on a busy day everything would be asked for again with each event. */
const MOMENT_MS = 2000;

/** The look has no wall by day. */
const THEME: Theme = "night";

/** The wall of the command centre: always dark, in the city's time. */
export function ScreenPage() {
  const [url] = useScreenUrl();
  const language = url.lang === "en" ? "en" : "zh";
  const text = screenTexts[language];
  const clock = useLiveClock();
  const { data: plan, isPending } = useQuery(screenPlanQuery);
  const draft = useDraft(url.preview === "1");
  const { pathname } = useLocation();
  const city = useStableCity(clock.manifest);
  const asOf = useSpaced(clock.liveAt, MOMENT_MS);

  useEffect(() => applyTheme(THEME), []);
  useEffect(watchErrors, []);
  useEffect(() => {
    document.documentElement.lang = language === "en" ? "en" : "zh-CN";
    document.title = city ? `${city.name} ${text.screen.title}` : text.screen.title;
  }, [language, city, text]);

  const { freshness, heardAt, liveAt, ageMs } = clock;
  // biome-ignore lint/correctness/useExhaustiveDependencies: its age alone is no reason to draw anything again
  const stable = useMemo(() => clock, [freshness, heardAt, liveAt, ageMs === 0]);
  const running = useMemo(() => (city ? { city, clock: stable } : null), [city, stable]);
  return (
    <LanguageContext value={language}>
      {running && asOf !== undefined && !isPending ? (
        <RunningContext value={running}>
          <Wall
            plan={draft ?? plan ?? defaultScreen}
            theme={THEME}
            language={language}
            asOf={asOf}
            isDiagOpen={pathname.endsWith("/diag")}
          />
        </RunningContext>
      ) : (
        <main className="wall-waiting">
          <AsyncState
            isLoading={!clock.error}
            error={clock.error}
            lines={6}
            onRetry={clock.refresh}
          >
            {null}
          </AsyncState>
        </main>
      )}
    </LanguageContext>
  );
}

/** The manifest carries the server's clock and counters; the city itself seldom changes. */
function useStableCity(manifest: CityManifest | undefined): CityManifest | undefined {
  const seen = useRef(manifest);
  const kept = useRef<{ readonly key: string; readonly city: CityManifest } | null>(null);
  if (!manifest || (kept.current && seen.current === manifest)) return kept.current?.city;
  seen.current = manifest;
  const { now, revision, problems, unplaced, lastReportedAt, ...lasting } = manifest;
  const key = JSON.stringify(lasting);
  if (kept.current?.key !== key) kept.current = { key, city: manifest };
  return kept.current.city;
}

/** The newest value, but no two within a time, by a clock that is never set. */
function useSpaced<T>(value: T, everyMs: number): T {
  const [spaced, setSpaced] = useState(value);
  const at = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const wait = Math.max(0, at.current + everyMs - performance.now());
    const timer = setTimeout(() => {
      at.current = performance.now();
      setSpaced(value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value, everyMs]);
  return spaced ?? value;
}
