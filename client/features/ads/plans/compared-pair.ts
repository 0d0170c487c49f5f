import { useAdsDesk } from "../ads-desk-state.ts";
import { type ComparedPlan, usePlanDesk } from "./plan-desk-state.ts";

/** The two scenarios whose difference the map shows: those of the address, else the first two of the table. */
export function useComparedPair(): {
  readonly first: ComparedPlan | undefined;
  readonly second: ComparedPlan | undefined;
  choose(first: string | undefined, second: string | undefined): void;
} {
  const { url, set } = useAdsDesk();
  const { compared } = usePlanDesk();
  const [one, other] = (url.pair ?? "").split(",");
  const planOf = (id: string | undefined) => compared.find(({ head }) => head.id === id);
  const first = planOf(one) ?? compared.find(({ head }) => head.id !== other);
  const second = planOf(other) ?? compared.find(({ head }) => head.id !== first?.head.id);
  return {
    first,
    second,
    choose: (next, nextOther) => set({ pair: [next ?? "", nextOther ?? ""].join(",") }),
  };
}
