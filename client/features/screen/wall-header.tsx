import type { Rotation } from "../../../domain/screen/rotation.ts";
import type { LiveClock } from "../../state/live-clock.ts";
import { useScreenUrl } from "../../state/screen-url.ts";
import { DataAge } from "./data-age.tsx";
import { narrowingWords, type ScreenScope } from "./screen-scope.ts";
import type { Turn } from "./use-turn.ts";
import { WallClock } from "./wall-clock.tsx";
import type { Rect } from "./wall-layout.ts";

type WallHeaderProps = {
  readonly rect: Rect;
  readonly turn: Turn;
  readonly clock: LiveClock;
};

/** City, scene, what its figures leave out, its place among the others, how old the figures are, and the time. */
export function WallHeader({ rect, turn, clock }: WallHeaderProps) {
  const { rotation, dispatch, step, scope, view } = turn;
  const { city, text } = scope;
  const title = [step?.scene.name, step?.title].filter(Boolean).join(" · ");
  const notes = [view?.caption, ...narrowingWords(scope, scope.filter)].filter(
    (note) => note !== undefined && note !== step?.title,
  );
  const scenes = [...new Map(rotation.steps.map(({ scene }) => [scene.id, scene])).values()];
  const dots = scenes.filter(({ id, isOn }) => isOn || id === step?.scene.id);
  return (
    <header className="wall-header" style={{ height: rect.height }}>
      <h1 title={`${city.name} ${text.product}`}>
        {city.name} {text.product}
      </h1>
      <p className="wall-scene" title={[title, ...notes].join(" · ")}>
        {title}
        {notes.length > 0 && <span> · {notes.join(" · ")}</span>}
      </p>
      <nav className="wall-dots" aria-label={text.screen.scenes}>
        {dots.map(({ id, name }) => (
          <button
            type="button"
            key={id}
            aria-label={name}
            aria-current={id === step?.scene.id ? "step" : undefined}
            onClick={() => dispatch({ kind: "scene", scene: id })}
          />
        ))}
      </nav>
      <Mode rotation={rotation} scope={scope} />
      {city.isDemo && <span className="wall-tag">{text.demoData}</span>}
      <span className="grow" />
      <DataAge clock={clock} text={text.screen} />
      <WallClock scope={scope} />
    </header>
  );
}

/** Why the next scene does not come by itself. */
function Mode({ rotation, scope }: { readonly rotation: Rotation; readonly scope: ScreenScope }) {
  const { screen } = scope.text;
  const [{ preview }] = useScreenUrl();
  // A preview or a picture stands still on purpose.
  if (preview === "1") return null;
  if (rotation.isPinned) return <span className="wall-tag">{screen.pinned}</span>;
  if (rotation.focus) return <span className="wall-tag">{screen.focus}</span>;
  if (rotation.isPaused) return <span className="wall-tag">{screen.paused}</span>;
  if (rotation.heldUntil !== null) return <span className="wall-tag">{screen.touched}</span>;
  return null;
}
