import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ownAccountQuery } from "../../api/account-queries.ts";
import { AccountMenu } from "../../shell/account-menu.tsx";
import { usePhoneLook } from "../../shell/phone-look.ts";
import { useWindowLook } from "../../shell/window-look.ts";
import { remoteTexts } from "../../text/remote-text.ts";
import { LanguageContext } from "../../text/use-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { RemoteView } from "./remote-view.tsx";
import "../../shell/shell.css";
import "./remote.css";

/** Steers walls from a phone. */
export function RemotePage() {
  const look = usePhoneLook();
  const { language } = look;
  const text = remoteTexts[language].remote;
  const { data, error, isPending, refetch } = useQuery(ownAccountQuery);
  const may = data?.viewer?.can.includes("steer") ?? false;

  useWindowLook(look, text.title);

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
