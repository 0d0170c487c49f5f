import { useAdPlansText } from "../../../text/ads-plans-text.ts";

/** Outlines in a box of 44 × 44; a carrier that is not known is a board. */
const outlines: Readonly<Record<string, string>> = {
  lamp: "M10 38V8h6M16 10h18v12H16Z",
  "bulletin-board": "M8 12h28v18H8ZM13 30v8M31 30v8",
  mural: "M6 36V12h32v24ZM6 20h32M6 28h32M16 12v8M28 12v8M22 20v8M16 28v8M28 28v8",
  "bus-shelter": "M6 12h32M9 12v26M35 12v26M13 16h12v18H13Z",
  landscape: "M22 8v18M12 26h20l4 12H8ZM14 14h16v8H14Z",
  screen: "M6 10h32v20H6ZM22 30v8M15 38h14",
};
const BOARD = "M8 10h28v20H8ZM22 30v8";

/** A sketch of the kind of thing, marked as one: it shows no real place. */
export function CarrierPicture({ carrier }: { readonly carrier: string | null }) {
  const text = useAdPlansText();
  return (
    <figure className="plan-picture">
      <svg viewBox="0 0 44 44" aria-hidden="true">
        <path
          d={outlines[carrier ?? ""] ?? BOARD}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
        />
      </svg>
      <figcaption>{text.sketch}</figcaption>
    </figure>
  );
}
