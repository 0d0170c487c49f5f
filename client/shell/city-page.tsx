import { type ReactNode, useEffect, useMemo } from "react";
import { applyTheme } from "../app/theme.ts";
import { useLiveClock } from "../state/live-clock.ts";
import { RunningContext } from "../state/workbench-state.ts";
import { type Language, LanguageContext } from "../text/use-text.ts";
import { AsyncState } from "../ui/async-state.tsx";
import { useLook } from "./look.ts";
import "./shell.css";

type Props = {
  /** What the window is called, after the city's name. */
  readonly titles: Readonly<Record<Language, string>>;
  readonly children: ReactNode;
};

/** Theme, language and city of a desk page; the page itself once the city is known. */
export function CityPage({ titles, children }: Props) {
  const { theme, language } = useLook();
  const clock = useLiveClock();
  const city = clock.manifest;
  const title = titles[language];

  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    document.documentElement.lang = language === "en" ? "en" : "zh-CN";
    document.title = city ? `${city.name} ${title}` : title;
  }, [language, city, title]);

  const running = useMemo(() => (city ? { city, clock } : null), [city, clock]);
  return (
    <LanguageContext value={language}>
      {running ? (
        <RunningContext value={running}>{children}</RunningContext>
      ) : (
        <main className="city-waiting">
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
