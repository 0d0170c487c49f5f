import { Link } from "@tanstack/react-router";
import type { Theme } from "../../app/theme.ts";
import { useDutiesUrl } from "../../state/duties-url.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { useLook } from "./use-look.ts";

export function DutyBar({ theme }: { readonly theme: Theme }) {
  const text = useText();
  const { city } = useRunning();
  const [url, set] = useDutiesUrl();
  const look = useLook();
  return (
    <header className="duty-bar">
      <h1>
        <span className="city-name">{city.name}</span> {text.product}
      </h1>
      <nav>
        <Link to="/" search={look}>
          {text.workbench}
        </Link>
        <span aria-current="page">{text.duties.title}</span>
      </nav>
      <span className="grow" />
      {city.isDemo && <span className="duty-demo">{text.demoData}</span>}
      <button
        type="button"
        className="plain"
        title={text.switchTheme}
        onClick={() => set({ theme: theme === "day" ? "night" : undefined })}
      >
        <Icon name={theme === "day" ? "moon" : "sun"} />
        {theme === "day" ? text.nightTheme : text.dayTheme}
      </button>
      <button
        type="button"
        className="plain"
        onClick={() => set({ lang: url.lang === "en" ? undefined : "en" })}
      >
        {text.language}
      </button>
    </header>
  );
}
