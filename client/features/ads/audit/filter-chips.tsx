import { useAdsText } from "../../../text/ads-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useAdsDesk } from "../ads-desk-state.ts";
import { useNames } from "../use-names.ts";

/** What narrows the audit and the map, each with a way to take it off. */
export function FilterChips() {
  const text = useAdsText().ads;
  const { url, set, cityAudit } = useAdsDesk();
  const names = useNames();
  const zoneName = cityAudit?.summary?.byZone.find(({ id }) => id === url.zone)?.name;
  const chips = [
    { id: "zone", words: zoneName ?? url.zone },
    { id: "unit", words: url.unit && names.unit(url.unit) },
    { id: "group", words: url.group && names.group(url.group) },
    { id: "status", words: url.status && statusWords(text.statuses, url.status) },
  ] as const;
  const shown = chips.filter(({ id }) => url[id] !== undefined);
  if (shown.length === 0) return null;
  return (
    <p className="ads-chips">
      {shown.map(({ id, words }) => (
        <button type="button" key={id} onClick={() => set({ [id]: undefined })}>
          {words}
          <span className="visually-hidden">{text.clearOne}</span>
          <Icon name="close" />
        </button>
      ))}
    </p>
  );
}

function statusWords(words: Readonly<Record<string, string>>, status: string): string {
  return Object.hasOwn(words, status) ? (words[status] ?? status) : status;
}
