import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { ownAccountQuery } from "../../api/account-queries.ts";
import { cityQuery } from "../../api/queries.ts";
import { AccountMenu } from "../../shell/account-menu.tsx";
import { usePhoneLook } from "../../shell/phone-look.ts";
import { useWindowLook } from "../../shell/window-look.ts";
import { cityFormat } from "../../state/city-format.ts";
import { fieldTexts } from "../../text/field-text.ts";
import { LanguageContext } from "../../text/use-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { FieldCityContext } from "./field-city.ts";
import "../../shell/shell.css";
import "../../shell/phone-parts.css";
import "./styles/frame.css";
import "./styles/cards.css";
import "./styles/forms.css";
import "./styles/round.css";
import "./styles/reflow.css";

type FieldPageProps = {
  readonly page: "orders" | "round";
  readonly children: ReactNode;
};

/** A page for the phone of whoever works outside; its content once city and account are known. Works from the last answers. */
export function FieldPage({ page, children }: FieldPageProps) {
  const look = usePhoneLook();
  const { theme, language } = look;
  const text = fieldTexts[language];
  const city = useQuery({ ...cityQuery(false), refetchInterval: false, networkMode: "always" });
  const account = useQuery({ ...ownAccountQuery, networkMode: "always" });
  const [manifest, viewer] = [city.data, account.data?.viewer];
  const shown = useMemo(
    () =>
      manifest && viewer
        ? { city: manifest, format: cityFormat(manifest, text), theme, viewer }
        : null,
    [manifest, viewer, text, theme],
  );

  useWindowLook(look, text.field[page]);

  const error = city.error ?? account.error;
  const isSignedOut = manifest !== undefined && viewer === null;
  return (
    <LanguageContext value={language}>
      <header className="field-bar">
        <h1>{text.field[page]}</h1>
        <span className="field-city">{manifest?.name}</span>
        {manifest?.isDemo && <span className="desk-demo">{text.demoData}</span>}
        <span className="grow" />
        <Link className="field-home" to="/">
          {text.field.backToMap}
        </Link>
        <AccountMenu />
      </header>
      {shown ? (
        <FieldCityContext value={shown}>{children}</FieldCityContext>
      ) : (
        <main className="field">
          <AsyncState
            isLoading={!error && !isSignedOut}
            error={error}
            isEmpty={isSignedOut}
            empty={text.field.signIn}
            lines={8}
            onRetry={() => {
              void city.refetch();
              void account.refetch();
            }}
          >
            {null}
          </AsyncState>
        </main>
      )}
    </LanguageContext>
  );
}
