import type { AdsNear } from "../../../domain/contract/ads-inventory.ts";
import { useAdRegisterText } from "../../text/ad-register-text.ts";
import type { AdRegisterText } from "../../text/ad-register-zh-cn.ts";

/** Which road an ad at the spot would count for, on which side, or why for none. */
export function RoadWords({ near }: { readonly near: AdsNear }) {
  const text = useAdRegisterText();
  const { road, missed, areas, hasRules } = near;
  const words = text.road;
  if (!hasRules) return <p className="adr-road is-none">{words.noRules}</p>;
  if (road) {
    const side = words.sides[road.side > 0 ? "left" : road.side < 0 ? "right" : "middle"];
    return (
      <p className="adr-road" title={words.sidesNote}>
        {words.serves(roadName(road, text), side, text.metres(road.distanceM))}
      </p>
    );
  }
  return (
    <p className="adr-road is-none">
      {missed === null
        ? words.none
        : missed.why === "faces-away"
          ? words.facesAway(roadName(missed, text))
          : words.tooFar(
              roadName(missed, text),
              text.metres(missed.distanceM),
              text.metres(missed.withinM),
            )}
      {areas.length > 0 && ` · ${words.area}`}
    </p>
  );
}

function roadName(
  { name }: { readonly name: string | null },
  { road }: AdRegisterText["adRegister"],
): string {
  return name ?? road.unnamed;
}
