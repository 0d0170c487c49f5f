import { useState } from "react";
import type { TopologyFindingBody } from "../../../domain/contract/zone-changes.ts";
import { count } from "../../../domain/text/count.ts";
import { drawZone } from "../../../domain/zone-edit/draw-zone.ts";
import { gapAt, giveGap } from "../../../domain/zone-edit/fill-gap.ts";
import { suggestChildName } from "../../../domain/zone-edit/suggest-names.ts";
import { keepWithin, takeFrom } from "../../../domain/zone-edit/take-from.ts";
import { useZonesText } from "../../text/zones-text.ts";
import { nameIn, useZoneDesk } from "./zone-desk-state.ts";

type FindingRowProps = { readonly finding: TopologyFindingBody };

/** A gap or overlap: how large, between whom, where it is, and what mends it. */
export function FindingRow({ finding }: FindingRowProps) {
  const text = useZonesText().zones.findings;
  const desk = useZoneDesk();
  const { kind, ids, areaM2, at } = finding;
  return (
    <li>
      <p>
        <strong>{text.kinds[kind]}</strong>
        {areaM2 !== null && ` ${text.area(count(Math.max(1, Math.round(areaM2))))}`}
        {" · "}
        {ids.map((id) => nameIn(desk, id)).join("、")}
      </p>
      <p className="zone-mends">
        {at && (
          <button type="button" className="link" onClick={() => desk.look(finding)}>
            {text.look}
          </button>
        )}
        <Mends finding={finding} />
      </p>
    </li>
  );
}

function Mends({ finding }: FindingRowProps) {
  const text = useZonesText().zones.findings;
  const desk = useZoneDesk();
  const [a, b] = finding.ids;
  switch (finding.kind) {
    case "gap":
      return <GapMends finding={finding} />;
    case "overlap":
      if (a === undefined || b === undefined) return null;
      return [
        [a, b],
        [b, a],
      ].map(([keeper = "", loser = ""]) => (
        <button
          type="button"
          className="link"
          key={keeper}
          onClick={() => desk.act("edit", (zones) => takeFrom(zones, loser, keeper))}
        >
          {text.keepFor(nameIn(desk, keeper))}
        </button>
      ));
    case "outside-parent":
      if (a === undefined || b === undefined) return null;
      return (
        <button
          type="button"
          className="link"
          onClick={() => desk.act("edit", (zones) => keepWithin(zones, a, b))}
        >
          {text.cut}
        </button>
      );
    case "not-checked":
      return null;
  }
}

/** To a neighbour, or as a zone of its own. */
function GapMends({ finding }: FindingRowProps) {
  const words = useZonesText().zones;
  const text = words.findings;
  const desk = useZoneDesk();
  const [heir, setHeir] = useState(finding.ids[0] ?? "");
  const sibling = desk.zones.find(({ id }) => finding.ids.includes(id));
  const { at } = finding;
  if (!sibling || !at) return null;
  const { level, parentId } = sibling;

  function give(): void {
    desk.act("edit", (zones) => {
      const gap = at && gapAt(zones, { level, parentId }, at);
      return gap ? giveGap(zones, heir, gap) : { refused: "no-gap" };
    });
  }

  function makeZone(): void {
    const named = suggestChildName(parentId ?? "Z", words.add.newName, desk.taken);
    const isDone = desk.act("add", (zones) => {
      const gap = at && gapAt(zones, { level, parentId }, at);
      if (!gap) return { refused: "no-gap" };
      return drawZone(zones, { ...named, level, parentId, geometry: gap });
    });
    if (isDone) desk.select(named.id);
  }

  return (
    <>
      <select
        aria-label={text.giveTo}
        value={heir}
        onChange={({ target }) => setHeir(target.value)}
      >
        {finding.ids.map((id) => (
          <option key={id} value={id}>
            {nameIn(desk, id)}
          </option>
        ))}
      </select>
      <button type="button" className="link" onClick={give}>
        {text.give}
      </button>
      <button type="button" className="link" onClick={makeZone}>
        {text.makeZone}
      </button>
    </>
  );
}
