import { Link } from "@tanstack/react-router";
import type { Theme } from "../../app/theme.ts";
import { useRunning, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { SearchBox } from "./search-box.tsx";

export function TopBar({ theme }: { readonly theme: Theme }) {
  const text = useText();
  const { city } = useRunning();
  const [url, set] = useWorkbenchUrl();
  return (
    <header className="top-bar">
      <h1>
        <span className="city-name">{city.name}</span> {text.product}
      </h1>
      <nav>
        <span className="page-name" aria-current="page">
          {text.workbench}
        </span>
        <Link
          className="page-link"
          to="/duties"
          search={{
            ...(url.theme !== undefined && { theme: url.theme }),
            ...(url.lang !== undefined && { lang: url.lang }),
          }}
        >
          {text.duties.title}
        </Link>
      </nav>
      <span className="grow" />
      {city.isDemo && <span className="demo-tag">{text.demoData}</span>}
      <SearchBox />
      <button
        type="button"
        className="bar-button"
        title={text.switchTheme}
        onClick={() => set({ theme: theme === "day" ? "night" : undefined })}
      >
        <Icon name={theme === "day" ? "moon" : "sun"} />
        <span>{theme === "day" ? text.nightTheme : text.dayTheme}</span>
      </button>
      <button
        type="button"
        className="bar-button"
        onClick={() => set({ lang: url.lang === "en" ? undefined : "en" })}
      >
        {text.language}
      </button>
      <a className="bar-button" href="/api/docs">
        {text.apiDocs}
      </a>
    </header>
  );
}
