import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { cityQuery } from "../../api/queries.ts";
import { usePhoneLook } from "../../shell/phone-look.ts";
import { useWindowLook } from "../../shell/window-look.ts";
import { cityFormat } from "../../state/city-format.ts";
import { useViewer } from "../../state/viewer.ts";
import { myTexts } from "../../text/my-text.ts";
import { LanguageContext } from "../../text/use-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { MyCityContext } from "./my-city.ts";
import { MyGridView } from "./my-grid-view.tsx";
import { offerInstall } from "./offer-install.ts";
import { PersonChooser } from "./person-chooser.tsx";
import { rememberedPerson, rememberPerson } from "./remembered-person.ts";
import "../../shell/phone-parts.css";
import "./my.css";

/** 我的网格: what a person in office needs to see on a phone; the list comes before any map. */
export function MyPage() {
  const search = useSearch({ from: "/my" });
  const navigate = useNavigate({ from: "/my" });
  const look = usePhoneLook();
  const { theme, language } = look;
  const text = myTexts[language];
  const city = useQuery({ ...cityQuery(false), refetchInterval: false, networkMode: "always" });
  const viewer = useViewer();
  const person = search.person ?? viewer?.person ?? rememberedPerson();

  useWindowLook(look, text.my.title);
  useEffect(offerInstall, []);

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
