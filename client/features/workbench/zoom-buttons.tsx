import { useText } from "../../text/use-text.ts";
import { Icon } from "../../ui/icon.tsx";

type ZoomButtonsProps = {
  readonly onZoom: (step: number) => void;
  readonly onWholeCity: () => void;
};

export function ZoomButtons({ onZoom, onWholeCity }: ZoomButtonsProps) {
  const text = useText();
  return (
    <div className="card zoom-buttons">
      <button
        type="button"
        title={text.map.zoomIn}
        aria-label={text.map.zoomIn}
        onClick={() => onZoom(1)}
      >
        <Icon name="plus" />
      </button>
      <button
        type="button"
        title={text.map.zoomOut}
        aria-label={text.map.zoomOut}
        onClick={() => onZoom(-1)}
      >
        <Icon name="minus" />
      </button>
      <button
        type="button"
        title={text.map.wholeCity}
        aria-label={text.map.wholeCity}
        onClick={onWholeCity}
      >
        <Icon name="city" />
      </button>
    </div>
  );
}
