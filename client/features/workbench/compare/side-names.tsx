import { useText } from "../../../text/use-text.ts";

/** Which measure is on which side of the border. */
export function SideNames() {
  const text = useText();
  return (
    <>
      <span className="side-name left">{text.compare.reported}</span>
      <span className="side-name right">{text.compare.returning}</span>
    </>
  );
}
