import { useMemo } from "react";
import type { AdRoad } from "../../../domain/contract/ads.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useAdsText } from "../../text/ads-text.ts";
import { useAdsDesk } from "./ads-desk-state.ts";

type Words = Readonly<Record<string, string>>;
const wordOf = (words: Words, id: string): string =>
  Object.hasOwn(words, id) ? (words[id] ?? id) : id;

/** What codes of rules and inventories are called; one that nobody knows stands for itself. */
export function useNames() {
  const text = useAdsText().ads;
  const { cityAudit } = useAdsDesk();
  const format = useCityFormat();
  return useMemo(() => {
    const roads = new Map(cityAudit?.roads.map((road) => [road.key, road]));
    const groups = new Map(cityAudit?.summary?.byGroup.map(({ id, name }) => [id, name]));
    const groupWord = (id: string, name: string) => (name === id ? wordOf(text.groups, id) : name);
    const nameOf = ({ name, key }: Pick<AdRoad, "name" | "key">) => {
      if (name === null) return text.unnamed(key);
      const number = /#(\d+)$/.exec(key)?.[1];
      return number === undefined ? name : text.part(name, number);
    };
    return {
      road: nameOf,
      roadOf: (key: string) => nameOf(roads.get(key) ?? { key, name: key }),
      groupWord,
      group: (id: string) => groupWord(id, groups.get(id) ?? id),
      carrier: (id: string | null) => (id === null ? text.noCarrier : wordOf(text.carriers, id)),
      theme: (id: string | null) => (id === null ? text.noTheme : wordOf(text.themes, id)),
      adState: (id: string) => wordOf(text.adStates, id),
      unit: (id: string) => format.unit(id),
      /** `forbidden:<id>` names the place that bars it. */
      blocked(reason: string) {
        const [kind = "", place] = reason.split(":");
        const words = wordOf(text.blocked, kind);
        return place === undefined ? words : `${words} ${place}`;
      },
      whyNot: (code: string) => wordOf(text.whyNot, code),
    };
  }, [text, cityAudit, format]);
}
