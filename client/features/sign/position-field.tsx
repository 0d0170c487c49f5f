import { EARTH_RADIUS_M } from "../../../domain/spatial/lng-lat.ts";
import { papersTexts } from "../../../domain/text/papers-text.ts";
import type { OwnPosition, useOwnPosition } from "../../state/use-own-position.ts";
import { useSignText } from "../../text/sign-text.ts";

type Props = {
  /** The sign's own point. */
  readonly signAt: readonly [number, number];
  /** How far from its point the thing itself reaches. */
  readonly reachM: number;
  readonly own: ReturnType<typeof useOwnPosition>;
};

/** Where the problem is: at the sign's own point, or where the phone stands. */
export function PositionField({ signAt, reachM, own }: Props) {
  const { position, ask, forget } = own;
  const text = useSignText().sign;
  const isOwn = position.state !== "off";
  return (
    <fieldset className="sign-field">
      <legend className="sign-label">{text.where}</legend>
      <label className="sign-choice">
        <input type="radio" name="where" checked={!isOwn} onChange={forget} />
        {text.whereSign}
      </label>
      <label className="sign-choice">
        <input type="radio" name="where" checked={isOwn} onChange={ask} />
        {text.whereMe}
      </label>
      <p className="muted" role="status">
        {position.state === "asking" && text.locating}
        {position.state === "refused" && text.noLocation}
        {position.state === "found" && foundWords(position, signAt, reachM, text)}
      </p>
    </fieldset>
  );
}

function foundWords(
  { lng, lat }: Extract<OwnPosition, { state: "found" }>,
  [signLng, signLat]: readonly [number, number],
  reachM: number,
  text: ReturnType<typeof useSignText>["sign"],
): string {
  const rad = Math.PI / 180;
  const metres =
    EARTH_RADIUS_M * rad * Math.hypot((lng - signLng) * Math.cos(signLat * rad), lat - signLat);
  const words = papersTexts.zh.sign.length(metres);
  return metres > reachM + 500 ? text.far(words) : text.located(words);
}
