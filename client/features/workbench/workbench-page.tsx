import { useEffect, useMemo } from "react";
import { applyTheme, type Theme } from "../../app/theme.ts";
import { useLiveClock } from "../../state/live-clock.ts";
import { RunningContext, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { type Language, LanguageContext, texts } from "../../text/use-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { Workbench } from "./workbench.tsx";
import "./styles/layout.css";
import "./styles/top-bar.css";
import "./styles/filter-bar.css";
import "./styles/left-side.css";
import "./styles/map-cards.css";
import "./styles/time-strip.css";
import "./styles/drawer.css";
import "./styles/reflow.css";

/** Theme, language and city; the workbench itself once the city is known. */
export function WorkbenchPage() {
  const [url] = useWorkbenchUrl();
  const clock = useLiveClock();
  const theme: Theme = url.theme === "night" ? "night" : "day";
  const language: Language = url.lang === "en" ? "en" : "zh";
  const city = clock.manifest;

  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    document.documentElement.lang = language === "en" ? "en" : "zh-CN";
    const { product } = texts[language];
    document.title = city ? `${city.name} ${product}` : product;
  }, [language, city]);

  const running = useMemo(() => (city ? { city, clock } : null), [city, clock]);
  return (
    <LanguageContext value={language}>
      {running ? (
        <RunningContext value={running}>
          <Workbench theme={theme} />
        </RunningContext>
      ) : (
        <main className="workbench-waiting">
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
