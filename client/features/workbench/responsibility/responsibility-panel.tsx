import type { DutyRole } from "../../../../domain/duty.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useFilter, useRunning } from "../../../state/workbench-state.ts";
import { useResponsibilityText } from "../../../text/responsibility-text.ts";
import { ColourChoice } from "./colour-choice.tsx";
import { HolderSection } from "./holder-section.tsx";
import { MatrixSection } from "./matrix-section.tsx";
import "./responsibility.css";

/** 责任地图: what the ground is coloured by, lines by blocks, and who answers, by how much is open. */
export function ResponsibilityPanel({ role }: { readonly role: DutyRole }) {
  const { responsibility: text } = useResponsibilityText();
  const format = useCityFormat();
  const { city } = useRunning();
  const { asOf = city.now } = useFilter();
  return (
    <div className="responsibility">
      <header className="drawer-title">
        <h2>{text.title}</h2>
        <p>{text.on(format.fullMinute(asOf).slice(0, 10))}</p>
      </header>
      <ColourChoice />
      <MatrixSection />
      <HolderSection role={role} />
    </div>
  );
}
