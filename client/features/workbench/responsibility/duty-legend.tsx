import { useQuery, useQueryClient } from "@tanstack/react-query";
import { count } from "../../../../domain/text/count.ts";
import { dutiesQuery } from "../../../api/queries.ts";
import { unheldSectionsQuery } from "../../../api/responsibility-queries.ts";
import type { DutyPainting } from "../../../map/duty-painting.ts";
import { paintingQuery } from "../../../map/painting-query.ts";
import { dutyHues, dutyLoad, dutyOpacity } from "../../../map/palette.ts";
import { type DutyColour, readDutyColour } from "../../../state/url-state.ts";
import { useFilter, useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useResponsibilityText } from "../../../text/responsibility-text.ts";
import { LineKey } from "../legend/map-keys.tsx";
import { Ramp } from "../legend/ramp.tsx";
import "./duty-legend.css";

/** As many names as a legend has room for; beyond, the names on the map must do. */
const MOST_NAMES = 6;

/** What the colours of the ground mean, with names where they are few. */
export function DutyLegend() {
  const [url] = useWorkbenchUrl();
  const colour = readDutyColour(url.colour);
  if (colour === null) return null;
  return colour === "chief" ? <SectionKeys /> : <AreaKeys by={colour} />;
}

function AreaKeys({ by }: { readonly by: DutyColour }) {
  const { responsibility: text } = useResponsibilityText();
  const [url] = useWorkbenchUrl();
  const { data: painting } = useQuery(paintingQuery(by, useFilter(), useQueryClient()));
  if (!painting) return null;
  const shade = url.theme === "night" ? "dark" : "light";
  const isLoad = painting.by === "load";
  const colours = (isLoad ? dutyLoad : dutyHues)[shade].map((each) =>
    blended(each, (isLoad ? dutyOpacity.load : dutyOpacity.hues)[shade]),
  );
  return (
    <>
      {isLoad ? (
        <Ramp title={text.load} unit={text.perLead} colours={colours} breaks={painting.breaks} />
      ) : (
        <header>
          <h2>{text.colour[painting.by]}</h2>
        </header>
      )}
      <ul className="keys duty-keys">
        {!isLoad &&
          painting.holders.length <= MOST_NAMES &&
          painting.holders.map(({ name, colour }) => (
            <li key={name}>
              <i style={{ background: colours[colour] }} /> {name}
            </li>
          ))}
        <PatternKeys painting={painting} />
      </ul>
      {painting.holders.length > MOST_NAMES && (
        <p className="facts duty-hint">{text.hint[painting.by]}</p>
      )}
    </>
  );
}

/** Stripes and hatch, where there are any. */
function PatternKeys({ painting: { zones, by } }: { readonly painting: DutyPainting }) {
  const { responsibility: text } = useResponsibilityText();
  const unheld = zones.filter(({ holders }) => holders.length === 0).length;
  const isShared = by !== "load" && zones.some(({ holders }) => holders.length > 1);
  const none = by === "unit" ? text.unheldAreas : text.unheldZones;
  return (
    <>
      {isShared && (
        <li>
          <i className="striped" /> {text.shared}
        </li>
      )}
      {unheld > 0 && (
        <li className="defect">
          <i className="hatched" /> {none(count(unheld))}
        </li>
      )}
    </>
  );
}

function SectionKeys() {
  const { responsibility: text } = useResponsibilityText();
  const { asOf } = useFilter();
  const { data: held } = useQuery(dutiesQuery("section-chief", asOf));
  const { data: unheld } = useQuery(unheldSectionsQuery(asOf));
  if (!held || !unheld) return null;
  return (
    <>
      <header>
        <h2>{text.colour.chief}</h2>
      </header>
      <p className="keys">
        <LineKey
          colour="var(--accent)"
          label={text.heldSections(count(sections(held.features.map(scopeId))))}
        />
        <span className={unheld.features.length > 0 ? "defect" : ""}>
          <i className="dashed" /> {text.unheldSections(count(unheld.features.length))}
        </span>
      </p>
    </>
  );
}

function scopeId({ properties }: { readonly properties: { readonly scope: { id: string } } }) {
  return properties.scope.id;
}

function sections(ids: readonly string[]): number {
  return new Set(ids).size;
}

/** As it looks on the ground. */
function blended(colour: string, opacity: number): string {
  return `color-mix(in srgb, ${colour} ${Math.round(100 * opacity)}%, var(--panel))`;
}
