import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import type { CityManifest } from "../../domain/contract/city.ts";
import { keepOffline, type OfflinePage } from "../shell/keep-offline.ts";
import { type PageLook, useWindowLook } from "../shell/window-look.ts";
import { useStreetText } from "../text/street-text.ts";
import { LanguageContext, texts } from "../text/use-text.ts";
import { AsyncState } from "../ui/async-state.tsx";
import "./street.css";

type StreetPageProps = {
  readonly page: OfflinePage;
  readonly name: string;
  readonly look: PageLook;
  readonly title: string;
  readonly lead: string | null;
  readonly city: CityManifest | undefined;
  /** Whether the children may be shown, and all that they need be kept for use without a connection. */
  readonly isReady: boolean;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly footer: ReactNode;
  readonly children: (city: CityManifest) => ReactNode;
};

/** A page that is used in the street, with a connection or without: title, content once it is there, ways elsewhere. */
export function StreetPage(props: StreetPageProps) {
  const { page, name, look, title, lead, city, isReady, error } = props;
  useWindowLook(look, title);
  useEffect(() => {
    if (isReady) void keepOffline(page);
  }, [isReady, page]);
  return (
    <LanguageContext value={look.language}>
      <div className={`street ${name}`} data-testid={name}>
        <header className="street-header">
          <p>
            {city?.name}
            {city?.isDemo && <span className="street-demo">{texts[look.language].demoData}</span>}
          </p>
          <h1>{title}</h1>
          {lead !== null && <p>{lead}</p>}
        </header>
        {isReady && city ? (
          props.children(city)
        ) : (
          <AsyncState isLoading={!error} error={error} lines={8} onRetry={props.onRetry}>
            {null}
          </AsyncState>
        )}
        <footer className="street-footer">{props.footer}</footer>
      </div>
    </LanguageContext>
  );
}

/** To the map, for whoever may see it. */
export function WayBack() {
  const text = useStreetText();
  return <Link to="/">{text.toMap}</Link>;
}
