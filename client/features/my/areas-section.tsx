import { lazy, Suspense, useState } from "react";
import type { MyArea } from "../../../domain/contract/my.ts";
import { useMyText } from "../../text/my-text.ts";
import { Fallible } from "../../ui/fallible.tsx";

const AreasMap = lazy(async () => ({ default: (await import("./areas-map.tsx")).AreasMap }));

type AreasSectionProps = { readonly areas: readonly MyArea[]; readonly person: string };

const SHOWN = 6;

/** Areas and road sections by name; the map and its code come when they are asked for. */
export function AreasSection({ areas, person }: AreasSectionProps) {
  const text = useMyText();
  const [isMapShown, setIsMapShown] = useState(false);
  const hasGround = areas.some(({ bounds }) => bounds !== null);
  return (
    <section className="phone-card my-ground">
      <header className="my-section-head">
        <h2>{text.my.ground}</h2>
        <span>{text.my.groundCount(areas.length)}</span>
        <span className="grow" />
        {hasGround && (
          <button type="button" className="phone-button" onClick={() => setIsMapShown(!isMapShown)}>
            {isMapShown ? text.my.hideMap : text.my.showMap}
          </button>
        )}
      </header>
      <ul>
        {areas.slice(0, SHOWN).map(({ dutyId, role, name, id }) => (
          <li key={dutyId}>
            {name ?? id} <span className="my-facts">{text.roles[role]}</span>
          </li>
        ))}
      </ul>
      {areas.length > SHOWN && (
        <p className="my-facts">{text.my.moreAreas(areas.length - SHOWN)}</p>
      )}
      {isMapShown && (
        <Fallible>
          <Suspense fallback={<p className="my-map">{text.my.loadingMap}</p>}>
            <AreasMap areas={areas} person={person} />
          </Suspense>
        </Fallible>
      )}
    </section>
  );
}
