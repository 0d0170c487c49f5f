import { useQuery } from "@tanstack/react-query";
import { count } from "../../../../domain/text/count.ts";
import { hotSpotsQuery } from "../../../api/analysis-queries.ts";
import { parametersQuery } from "../../../api/recurrence-queries.ts";
import { drawnPatterns } from "../../../map/hot-spot-style.ts";
import { useFilter } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { HotSpotMark } from "../analysis/hot-spot-mark.tsx";

/** The patterns that are there with how many squares each has, and what they rest on. */
export function HotSpotLegend() {
  const text = useText();
  const { data } = useQuery(hotSpotsQuery(useFilter()));
  const { data: parameters } = useQuery(parametersQuery);
  if (!data) return null;
  const { features, steps, minSteps, stepDays, cellM, isSufficient } = data;
  const squares = (pattern: string) =>
    features.filter(({ properties }) => properties.category === pattern).length;
  const present = drawnPatterns.filter((pattern) => squares(pattern) > 0);
  return (
    <>
      <header>
        <h2>{text.hotSpots.title}</h2>
      </header>
      {!isSufficient && <p className="defect">{text.hotSpots.insufficient(steps, minSteps)}</p>}
      {isSufficient && present.length === 0 && <p className="muted">{text.hotSpots.none}</p>}
      {present.length > 0 && (
        <ul className="keys patterns">
          {present.map((pattern) => (
            <li key={pattern}>
              <HotSpotMark pattern={pattern} /> {text.hotSpots.patterns[pattern].name}{" "}
              <span className="number">{count(squares(pattern))}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="facts">
        {text.hotSpots.basis(cellM, steps, stepDays)}
        {parameters && ` · ${text.hotSpots.alpha(parameters.settings.hotSpots.alphaBin)}`}
        {isSufficient && ` · ${text.hotSpots.unmarked(squares("no_pattern"))}`}
      </p>
    </>
  );
}
