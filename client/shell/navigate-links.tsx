import type { MapAppPositions } from "../../domain/contract/my.ts";
import { type MapApp, mapAppLinks, mapApps } from "../state/map-app-links.ts";

type NavigateLinksProps = {
  readonly at: MapAppPositions;
  readonly name: string;
  readonly words: {
    readonly navigate: string;
    readonly apps: Readonly<Record<MapApp, string>>;
  };
};

/** Hands the spot over to a map app of the phone. */
export function NavigateLinks({ at, name, words }: NavigateLinksProps) {
  const links = mapAppLinks(at, name);
  return (
    <details className="phone-navigate">
      <summary className="phone-button">{words.navigate}</summary>
      <ul>
        {mapApps.map((app) => (
          <li key={app}>
            <a href={links[app]} rel="noreferrer" target="_blank">
              {words.apps[app]}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
