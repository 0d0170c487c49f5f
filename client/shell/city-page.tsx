import { type ReactNode, useMemo } from "react";
import { useLiveClock } from "../state/live-clock.ts";
import { RunningContext } from "../state/workbench-state.ts";
import { type Language, LanguageContext } from "../text/use-text.ts";
import { AsyncState } from "../ui/async-state.tsx";
import { useLook } from "./look.ts";
import { useWindowLook } from "./window-look.ts";
import "./shell.css";

type Props = {
  /** What the window is called, after the city's name. */
  readonly titles: Readonly<Record<Language, string>>;
  readonly children: ReactNode;
};

/** Theme, language and city of a desk page; the page itself once the city is known. */
export function CityPage({ titles, children }: Props) {
  const look = useLook();
  const { language } = look;
  const clock = useLiveClock();
  const city = clock.manifest;
  const title = titles[language];

  useWindowLook(look, city ? `${city.name} ${title}` : title);

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
