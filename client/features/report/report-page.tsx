import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import type { CityManifest } from "../../../domain/contract/city.ts";
import { ownAccountQuery } from "../../api/account-queries.ts";
import { cityQuery } from "../../api/queries.ts";
import { applyTheme, type Theme } from "../../app/theme.ts";
import { keepOffline } from "../../shell/keep-offline.ts";
import { useSystemTheme } from "../../shell/use-system-theme.ts";
import { useReportQueue } from "../../state/use-report-queue.ts";
import type { OwnViewer } from "../../state/viewer.ts";
import { reportTexts } from "../../text/report-text.ts";
import { type Language, LanguageContext } from "../../text/use-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import type { Reporter } from "./report-form.tsx";
import { ReportView } from "./report-view.tsx";
import "./report.css";

/** Where anybody reports a problem, with an account or without, with a connection or without. */
export function ReportPage() {
  const search = useSearch({ from: "/report" });
  const system = useSystemTheme();
  const theme: Theme = search.theme ?? system;
  const language: Language = search.lang === "en" ? "en" : "zh";
  const city = useQuery({ ...cityQuery(false), refetchInterval: false, networkMode: "always" });
  const account = useQuery({ ...ownAccountQuery, networkMode: "always" });
  const viewer = search.as === "public" ? null : reporting(account.data?.viewer);
  const text = reportTexts[language].report;
  const title = viewer ? text.titleOwn : text.titlePublic;
  const isReady = city.data !== undefined && (viewer !== undefined || account.isError);

  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    document.documentElement.lang = language === "en" ? "en" : "zh-CN";
    document.title = title;
  }, [language, title]);
  useEffect(() => {
    if (isReady) void keepOffline("/report");
  }, [isReady]);

  return (
    <LanguageContext value={language}>
      <div className="report" data-testid="report">
        <header className="report-header">
          <p>
            {city.data?.name}
            {city.data?.isDemo && (
              <span className="report-demo">{reportTexts[language].demoData}</span>
            )}
          </p>
          <h1>{title}</h1>
          <p>{viewer ? text.leadOwn(viewer.name) : text.leadPublic}</p>
        </header>
        {isReady && city.data ? (
          <Loaded city={city.data} theme={theme} viewer={viewer} />
        ) : (
          <AsyncState
            isLoading={!city.error}
            error={city.error}
            lines={8}
            onRetry={() => void city.refetch()}
          >
            {null}
          </AsyncState>
        )}
        <footer className="report-footer">
          {viewer && <Link to="/">{text.toMap}</Link>}
          <Link to="/track">{text.trackOther}</Link>
          <a href="tel:12345">{text.callLine}</a>
        </footer>
      </div>
    </LanguageContext>
  );
}

type LoadedProps = {
  readonly city: CityManifest;
  readonly theme: Theme;
  readonly viewer: OwnViewer | null | undefined;
};

/** Where the server did not say who is signed in, what is written waits as anybody's. */
function Loaded({ city, theme, viewer }: LoadedProps) {
  const queue = useReportQueue(viewer === undefined ? null : (viewer?.account ?? null));
  return <ReportView city={city} theme={theme} reporter={reporterOf(city, viewer)} queue={queue} />;
}

/** An account that may not report does so as anybody else. */
function reporting(viewer: OwnViewer | null | undefined): OwnViewer | null | undefined {
  return viewer && !viewer.can.includes("report") ? null : viewer;
}

function reporterOf({ sources }: CityManifest, viewer: OwnViewer | null | undefined): Reporter {
  if (!viewer) return { account: null, source: null };
  const usual = viewer.role === "public" ? "citizen" : "inspection";
  const source = sources.find(({ code }) => code === usual) ?? sources[0];
  return { account: viewer.account, source: source?.code ?? usual };
}
