import { useText } from "../../text/use-text.ts";
import { Icon } from "../../ui/icon.tsx";

type ZoomButtonsProps = {
  readonly onZoom: (step: number) => void;
  readonly onWholeCity: () => void;
};

export function ZoomButtons({ onZoom, onWholeCity }: ZoomButtonsProps) {
  const { map } = useText();
  const buttons = [
    { icon: "plus", label: map.zoomIn, act: () => onZoom(1) },
    { icon: "minus", label: map.zoomOut, act: () => onZoom(-1) },
    { icon: "city", label: map.wholeCity, act: onWholeCity },
  ] as const;
  return (
    <div className="card zoom-buttons">
      {buttons.map(({ icon, label, act }) => (
        <button type="button" key={icon} title={label} aria-label={label} onClick={act}>
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}
