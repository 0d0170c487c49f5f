import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { cityQuery } from "../../api/queries.ts";
import { applyTheme, type Theme } from "../../app/theme.ts";
import { useSystemTheme } from "../../shell/use-system-theme.ts";
import { cityFormat } from "../../state/city-format.ts";
import { useViewer } from "../../state/viewer.ts";
import { myTexts } from "../../text/my-text.ts";
import { type Language, LanguageContext } from "../../text/use-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { MyCityContext } from "./my-city.ts";
import { MyGridView } from "./my-grid-view.tsx";
import { offerInstall } from "./offer-install.ts";
import { PersonChooser } from "./person-chooser.tsx";
import { rememberedPerson, rememberPerson } from "./remembered-person.ts";
import "./my.css";

/** 我的网格: what a person in office needs to see on a phone; the list comes before any map. */
export function MyPage() {
  const search = useSearch({ from: "/my" });
  const navigate = useNavigate({ from: "/my" });
  const system = useSystemTheme();
  const theme: Theme = search.theme ?? system;
  const language: Language = search.lang === "en" ? "en" : "zh";
  const text = myTexts[language];
  const city = useQuery({ ...cityQuery(false), refetchInterval: false, networkMode: "always" });
  const viewer = useViewer();
  const person = search.person ?? viewer?.person ?? rememberedPerson();

  useEffect(() => applyTheme(theme), [theme]);
  useEffect(offerInstall, []);
  useEffect(() => {
    document.documentElement.lang = language === "en" ? "en" : "zh-CN";
    document.title = text.my.title;
  }, [language, text]);

  const manifest = city.data;
  const shown = useMemo(
    () => manifest && { city: manifest, format: cityFormat(manifest, text), theme },
    [manifest, text, theme],
  );
  function choose(chosen: string | null) {
    rememberPerson(chosen);
    void navigate({
      search: ({ person: _, ...rest }) => (chosen === null ? rest : { ...rest, person: chosen }),
    });
  }

  return (
    <LanguageContext value={language}>
      {shown ? (
        <MyCityContext value={shown}>
          {person === undefined ? (
            <PersonChooser asOf={search.asOf} onChoose={choose} />
          ) : (
            <MyGridView person={person} asOf={search.asOf} onChange={() => choose(null)} />
          )}
        </MyCityContext>
      ) : (
        <main className="my">
          <header className="my-header">
            <h1>{text.my.title}</h1>
          </header>
          <AsyncState
            isLoading={!city.error}
            error={city.error}
            lines={8}
            onRetry={() => void city.refetch()}
          >
            {null}
          </AsyncState>
        </main>
      )}
    </LanguageContext>
  );
}
