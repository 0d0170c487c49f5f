import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { ownAccountQuery } from "../../api/account-queries.ts";
import { applyTheme, type Theme } from "../../app/theme.ts";
import { AccountMenu } from "../../shell/account-menu.tsx";
import type { LookUrl } from "../../shell/look.ts";
import { useSystemTheme } from "../../shell/use-system-theme.ts";
import { remoteTexts } from "../../text/remote-text.ts";
import { type Language, LanguageContext } from "../../text/use-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { RemoteView } from "./remote-view.tsx";
import "../../shell/shell.css";
import "./remote.css";

/** Steers walls from a phone. */
export function RemotePage() {
  const look: LookUrl = useSearch({ strict: false });
  const system = useSystemTheme();
  const theme: Theme = look.theme === "day" || look.theme === "night" ? look.theme : system;
  const language: Language = look.lang === "en" ? "en" : "zh";
  const text = remoteTexts[language].remote;
  const { data, error, isPending, refetch } = useQuery(ownAccountQuery);
  const may = data?.viewer?.can.includes("steer") ?? false;

  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    document.documentElement.lang = language === "en" ? "en" : "zh-CN";
    document.title = text.title;
  }, [language, text]);

  return (
    <LanguageContext value={language}>
      <header className="remote-bar">
        <h1>{text.title}</h1>
        <span className="grow" />
        <Link to="/">{text.backToMap}</Link>
        <AccountMenu />
      </header>
      <main className="remote">
        <AsyncState
          isLoading={isPending}
          error={error}
          isEmpty={!may}
          empty={<p>{data?.viewer ? text.mayNot : text.signIn}</p>}
          lines={6}
          onRetry={() => void refetch()}
        >
          <RemoteView />
        </AsyncState>
      </main>
    </LanguageContext>
  );
}
