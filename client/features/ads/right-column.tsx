import { useAdsText } from "../../text/ads-text.ts";

/** What is picked, and plans. */
export function RightColumn() {
  const text = useAdsText().ads;
  return <aside className="ads-right" aria-label={text.right} />;
}
