import { useEffect, useMemo } from "react";
import { applyTheme, type Theme } from "../../app/theme.ts";
import { useDutiesUrl } from "../../state/duties-url.ts";
import { useLiveClock } from "../../state/live-clock.ts";
import { RunningContext } from "../../state/workbench-state.ts";
import { type Language, LanguageContext, texts } from "../../text/use-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { DutyDesk } from "./duty-desk.tsx";
import "./duties.css";

/** Theme, language and city; the register itself once the city is known. */
export function DutiesPage() {
  const [url] = useDutiesUrl();
  const clock = useLiveClock();
  const theme: Theme = url.theme === "night" ? "night" : "day";
  const language: Language = url.lang === "en" ? "en" : "zh";
  const city = clock.manifest;

  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    document.documentElement.lang = language === "en" ? "en" : "zh-CN";
    const { title } = texts[language].duties;
    document.title = city ? `${city.name} ${title}` : title;
  }, [language, city]);

  const running = useMemo(() => (city ? { city, clock } : null), [city, clock]);
  return (
    <LanguageContext value={language}>
      {running ? (
        <RunningContext value={running}>
          <DutyDesk theme={theme} />
        </RunningContext>
      ) : (
        <main className="duties-waiting">
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
