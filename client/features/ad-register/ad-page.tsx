import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import type { CityManifest } from "../../../domain/contract/city.ts";
import { ownAccountQuery } from "../../api/account-queries.ts";
import { cityQuery } from "../../api/queries.ts";
import { applyTheme, type Theme } from "../../app/theme.ts";
import { keepOffline } from "../../shell/keep-offline.ts";
import { useSystemTheme } from "../../shell/use-system-theme.ts";
import type { OwnViewer } from "../../state/viewer.ts";
import { adRegisterTexts, useAdRegisterText } from "../../text/ad-register-text.ts";
import { type Language, LanguageContext } from "../../text/use-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { AdView } from "./ad-view.tsx";
import "./ad-register.css";

/** 公益广告登记: what stands in the street and how it is, with a connection or without. */
export function AdPage() {
  const search = useSearch({ from: "/ad" });
  const system = useSystemTheme();
  const theme: Theme = search.theme ?? system;
  const language: Language = search.lang === "en" ? "en" : "zh";
  const texts = adRegisterTexts[language];
  const { title } = texts.adRegister;
  const city = useQuery({ ...cityQuery(false), refetchInterval: false, networkMode: "always" });
  const account = useQuery({ ...ownAccountQuery, networkMode: "always" });
  const viewer = account.data?.viewer;
  const isReady = city.data !== undefined && viewer !== undefined;
  const error = city.data && account.data ? null : (city.error ?? account.error);

  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    document.documentElement.lang = language === "en" ? "en" : "zh-CN";
    document.title = title;
  }, [language, title]);
  useEffect(() => {
    if (isReady) void keepOffline("/ad");
  }, [isReady]);

  return (
    <LanguageContext value={language}>
      <div className="adr" data-testid="ad-register">
        <header className="adr-header">
          <p>
            {city.data?.name}
            {city.data?.isDemo && <span className="adr-demo">{texts.demoData}</span>}
          </p>
          <h1>{title}</h1>
          {viewer && <p>{texts.adRegister.lead(viewer.name)}</p>}
        </header>
        {isReady && city.data ? (
          <Allowed city={city.data} theme={theme} viewer={viewer} />
        ) : (
          <AsyncState
            isLoading={!error}
            error={error}
            lines={8}
            onRetry={() => {
              void city.refetch();
              void account.refetch();
            }}
          >
            {null}
          </AsyncState>
        )}
        <footer className="adr-footer">
          {viewer?.can.includes("plan-ads") && <Link to="/ads">{texts.adRegister.toPlan}</Link>}
          {viewer && <Link to="/">{texts.adRegister.toMap}</Link>}
        </footer>
      </div>
    </LanguageContext>
  );
}

type AllowedProps = {
  readonly city: CityManifest;
  readonly theme: Theme;
  readonly viewer: OwnViewer | null;
};

function Allowed({ city, theme, viewer }: AllowedProps) {
  const text = useAdRegisterText();
  if (viewer?.can.includes("register-ads")) {
    return <AdView city={city} theme={theme} viewer={viewer} />;
  }
  return (
    <main className="adr-main">
      <p className="adr-card" role="status">
        {viewer ? text.notAllowed : text.signedOut}{" "}
        {!viewer && (
          <Link to="/sign-in" search={{ to: "/ad" }}>
            {text.signIn}
          </Link>
        )}
      </p>
    </main>
  );
}
