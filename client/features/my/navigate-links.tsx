import type { MapAppPositions } from "../../../domain/contract/my.ts";
import { mapAppLinks, mapApps } from "../../state/map-app-links.ts";
import { useMyText } from "../../text/my-text.ts";

type NavigateLinksProps = { readonly at: MapAppPositions; readonly name: string };

/** Hands the spot over to a map app of the phone. */
export function NavigateLinks({ at, name }: NavigateLinksProps) {
  const text = useMyText();
  const links = mapAppLinks(at, name);
  return (
    <details className="my-navigate">
      <summary className="my-button">{text.my.navigate}</summary>
      <ul>
        {mapApps.map((app) => (
          <li key={app}>
            <a href={links[app]} rel="noreferrer" target="_blank">
              {text.my.apps[app]}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
