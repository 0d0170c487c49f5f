import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { applyTheme, type Theme } from "../../app/theme.ts";
import { useSystemTheme } from "../../shell/use-system-theme.ts";
import { trackTexts } from "../../text/track-text.ts";
import { type Language, LanguageContext } from "../../text/use-text.ts";
import { ProgressView } from "./progress-view.tsx";
import { TrackForm } from "./track-form.tsx";
import "./track.css";

/** How far a report is: by number and code, or by the link that has both. For anybody. */
export function TrackPage() {
  const { number = "" } = useParams({ strict: false });
  const search: { theme?: Theme; lang?: string; code?: string } = useSearch({ strict: false });
  const system = useSystemTheme();
  const theme: Theme = search.theme ?? system;
  const language: Language = search.lang === "en" ? "en" : "zh";
  const text = trackTexts[language].track;
  const { code = "" } = search;

  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    document.documentElement.lang = language === "en" ? "en" : "zh-CN";
    document.title = text.title;
  }, [language, text]);

  return (
    <LanguageContext value={language}>
      <div className="track" data-testid="track">
        <header className="track-header">
          <h1>{text.title}</h1>
        </header>
        <main className="track-main">
          {number !== "" && code !== "" ? (
            <ProgressView key={`${number} ${code}`} number={number} code={code} />
          ) : (
            <TrackForm number={number} />
          )}
        </main>
        <footer className="track-footer">
          {code !== "" && <Link to="/track">{text.other}</Link>}
          <Link to="/report">{text.report}</Link>
          <a href="tel:12345">{text.callLine}</a>
        </footer>
      </div>
    </LanguageContext>
  );
}
